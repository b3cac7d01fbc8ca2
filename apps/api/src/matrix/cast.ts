import { makeGroup } from '@sallyport/testing';
import type { TestDoors } from '../doors/testing/test-doors.ts';
import { type Actor, makeActor, type Persona } from './personas.ts';

/**
 * The people who play the cells. Who comes out of a cell as he went in plays another one; everybody else is made afresh, so that
 * no cell meets what another one changed.
 */
export class Cast {
  readonly #doors: TestDoors;
  readonly #free = new Map<string, Actor[]>();
  readonly #groups = new Map<string, Promise<{ id: string }>>();

  constructor(doors: TestDoors) {
    this.#doors = doors;
  }

  /** A person of this kind with a live session, whom no call has changed. */
  async take(persona: Persona, isConfirmed: boolean): Promise<Actor> {
    return (
      this.#free.get(`${persona} ${isConfirmed}`)?.pop() ??
      makeActor(this.#doors, persona, isConfirmed, (permission) => this.#groupGiving(permission))
    );
  }

  /** Takes back who is as he was when he was taken. */
  giveBack(actor: Actor): void {
    const key = `${actor.persona} ${actor.isConfirmed}`;
    this.#free.set(key, [...(this.#free.get(key) ?? []), actor]);
  }

  /** The one group that gives this permission and nothing else. */
  async #groupGiving(permission: string): Promise<string> {
    const known = this.#groups.get(permission) ?? makeGroup(this.#doors.db, { grants: [{ permission }] });
    this.#groups.set(permission, known);
    return (await known).id;
  }
}
