import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type UiLinkProps, UiProvider } from '../src/index.ts';
import { Gallery } from './gallery.tsx';
import './gallery.css';

function HashLink({ href, ...rest }: UiLinkProps) {
  return <a {...rest} href={href} />;
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <UiProvider link={HashLink}>
        <Gallery />
      </UiProvider>
    </StrictMode>,
  );
