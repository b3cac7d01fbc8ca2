/** The store refused to make a session: the password was wrong or the account may not sign in. */
export class SessionRefusedError extends Error {
  constructor() {
    super('no session was made');
    this.name = 'SessionRefusedError';
  }
}
