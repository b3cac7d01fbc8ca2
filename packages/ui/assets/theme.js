// Served as /theme.js and loaded before the styles: sets the chosen theme before the first paint.
(() => {
  try {
    const theme = localStorage.getItem('sallyport.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is blocked: the system's theme holds.
  }
})();
