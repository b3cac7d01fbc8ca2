import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button } from '../actions/button.tsx';
import { StatusGlyph } from '../display/status-glyph.tsx';
import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';
import { OverlayContainerContext } from './overlay-container.ts';

const STAY_MS = 6_000;
const MAX_SHOWN = 4;

/** What a toast says and offers. */
export type ToastOptions = {
  /** What happened. */
  title: string;
  body?: ReactNode | undefined;
  /** A negative toast stays until it is closed. */
  tone?: 'positive' | 'negative' | 'caution' | 'neutral' | undefined;
  /** Offers to take it back, also with the key Z. */
  undo?: (() => void) | undefined;
  action?: { label: string; onAction: () => void } | undefined;
};

type Shown = ToastOptions & { id: number };
type Toaster = { show: (toast: ToastOptions) => number; dismiss: (id: number) => void };

const ToastContext = createContext<Toaster | undefined>(undefined);

/** Says what happened: `show({ title, undo })`; failures (`tone: 'negative'`) stay until closed. */
export function useToast(): Toaster {
  const toaster = useContext(ToastContext);
  if (!toaster) throw new Error('useToast needs a UiProvider above it');
  return toaster;
}

/** Holds the toasts of an app, and the landmark in which menus and lists pop up. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const strings = useStrings();
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const lastId = useRef(0);
  const dismiss = useCallback(
    (id: number) => setToasts((current) => current.filter((toast) => toast.id !== id)),
    [],
  );
  const show = useCallback((toast: ToastOptions) => {
    lastId.current += 1;
    const id = lastId.current;
    setToasts((current) => [...current, { ...toast, id }].slice(-MAX_SHOWN));
    return id;
  }, []);
  const toaster = useMemo(() => ({ show, dismiss }), [show, dismiss]);
  return (
    <ToastContext value={toaster}>
      <OverlayContainerContext value={container}>{children}</OverlayContainerContext>
      <section aria-label={strings.notifications}>
        <div className="ui-toasts" aria-live="polite">
          {toasts.map((toast) => (
            <Toast key={toast.id} toast={toast} onClose={() => dismiss(toast.id)} />
          ))}
        </div>
        <div ref={setContainer} />
      </section>
    </ToastContext>
  );
}

const GLYPHS = { positive: 'full', negative: 'cross', caution: 'alert', neutral: 'ring' } as const;

function Toast({ toast, onClose }: { toast: Shown; onClose: () => void }) {
  const strings = useStrings();
  const [isHeld, setHeld] = useState(false);
  const tone = toast.tone ?? 'positive';
  const { undo } = toast;
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (isHeld || tone === 'negative') return undefined;
    const timer = setTimeout(() => close.current(), STAY_MS);
    return () => clearTimeout(timer);
  }, [isHeld, tone]);
  useEffect(() => {
    if (!undo) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== 'z' || event.metaKey || event.ctrlKey || event.altKey || isTyping) return;
      undo();
      close.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [undo]);
  const act = (run: () => void) => () => {
    run();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only stays while it is read, nothing is done with it
    <div
      className="ui-toast"
      role={tone === 'negative' ? 'alert' : 'group'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <StatusGlyph glyph={GLYPHS[tone]} tone={tone} />
      <div className="ui-toast-text">
        {toast.title}
        {toast.body ? <small>{toast.body}</small> : null}
      </div>
      {undo ? (
        <Button size="sm" kbd="Z" onClick={act(undo)}>
          {strings.undo}
        </Button>
      ) : null}
      {toast.action ? (
        <Button size="sm" onClick={act(toast.action.onAction)}>
          {toast.action.label}
        </Button>
      ) : null}
      <button type="button" className="ui-toast-close" aria-label={strings.dismiss} onClick={onClose}>
        <Icon name="x" size={12} />
      </button>
    </div>
  );
}
