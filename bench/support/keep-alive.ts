import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const END_OF_CHUNKS = '0\r\n\r\n';
const OK = 'HTTP/1.1 200 ';

/**
 * One connection that asks the same thing again and again, one question at a time. It reads no more of an answer than
 * where it ends: client and server share the machine, and what the client takes would make every ratio look better.
 */
export class KeepAlive implements Disposable {
  readonly #socket: Socket;
  readonly #request: string;

  private constructor(socket: Socket, request: string) {
    this.#socket = socket;
    this.#request = request;
  }

  static async open(url: string, headers: Readonly<Record<string, string>>): Promise<KeepAlive> {
    const { hostname, port, pathname, search, host } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true }).setEncoding('latin1');
    await once(socket, 'connect');
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return new KeepAlive(
      socket,
      `GET ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}\r\n`,
    );
  }

  /** Asks once; resolves with the whole answer. @throws when it is not a 200 */
  ask(): Promise<string> {
    const socket = this.#socket;
    return new Promise((resolve, reject) => {
      let text = '';
      const settle = (act: () => void) => {
        socket.off('data', read);
        socket.off('close', lost);
        act();
      };
      const lost = () => settle(() => reject(new Error('the server closed the connection')));
      const read = (chunk: string) => {
        text += chunk;
        if (!isWhole(text)) return;
        settle(() => (text.startsWith(OK) ? resolve(text) : reject(new Error(text.slice(0, 400)))));
      };
      socket.on('data', read);
      socket.once('close', lost);
      socket.write(this.#request);
    });
  }

  [Symbol.dispose](): void {
    this.#socket.destroy();
  }
}

function isWhole(text: string): boolean {
  if (text.endsWith(END_OF_CHUNKS)) return true;
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  return length !== undefined && text.length - head - 4 >= Number(length);
}
