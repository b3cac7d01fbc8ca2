// Loaded into the server before its own code: if the command that started it dies, it stops as if asked to.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
