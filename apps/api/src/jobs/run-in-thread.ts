import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** The thread took too long, or more memory than it may. */
export class ThreadLimitError extends Error {}

export interface ThreadLimits {
  timeoutMs: number;
  /** Memory of its JavaScript; native code counts apart. */
  heapMb: number;
  signal?: AbortSignal;
}

/** What a thread answers; see `serveThread`. */
export type ThreadAnswer = { ok: true; value: unknown } | { ok: false; name: string; message: string };

/**
 * Runs a module of jobs/threads in a thread of its own, hands it `input` by structured clone and returns what it
 * answers, so that heavy work neither blocks the process nor brings it down.
 * @throws ThreadLimitError; ThreadError with the name and message of what the module threw
 */
export function runInThread(name: string, input: unknown, limits: ThreadLimits): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = workerOf(name, {
      workerData: input,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    });
    const stop = (error: Error) => {
      reject(error);
      void worker.terminate();
    };
    const timer = setTimeout(
      () => stop(new ThreadLimitError(`${name} took more than ${limits.timeoutMs} ms`)),
      limits.timeoutMs,
    );
    const abort = () => stop(new ThreadLimitError(`${name} was stopped`));
    if (limits.signal?.aborted) abort();
    limits.signal?.addEventListener('abort', abort);
    const settle = () => {
      clearTimeout(timer);
      limits.signal?.removeEventListener('abort', abort);
    };
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer.ok) resolve(answer.value);
      else reject(new ThreadError(answer.name, answer.message));
    });
    worker.on('error', (error: Error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isMemory ? new ThreadLimitError(`${name} needs more than ${limits.heapMb} MB`) : error);
    });
    worker.on('exit', (code) => {
      settle();
      reject(new Error(`${name} ended without an answer (${code})`));
    });
  });
}

/** What a thread's module threw, as far as it crosses the border. */
export class ThreadError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Beside the bundle in production; straight from the source, through tsx, where this file is source itself. */
function workerOf(name: string, options: WorkerOptions): Worker {
  if (!fileURLToPath(import.meta.url).endsWith('.ts')) {
    return new Worker(new URL(`./threads/${name}.js`, import.meta.url), options);
  }
  // `--import tsx` registers in main threads alone, so a first line in plain JavaScript does it here.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(
    /cjs$/,
    'mjs',
  );
  const module = new URL(`./threads/${name}.ts`, import.meta.url).href;
  const first = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(module)}); })`;
  return new Worker(first, { ...options, eval: true });
}
