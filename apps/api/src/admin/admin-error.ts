/** What a person at the terminal did wrong or must know: the message says what to do. */
export class AdminError extends Error {}
