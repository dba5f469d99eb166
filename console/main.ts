import './no-eval.ts';
import './theme.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { reloadOnce } from './shell/reload-once.ts';

// A page that was open while Baton was renewed asks for a file that is there no more.
globalThis.addEventListener('vite:preloadError', reloadOnce);

const place = document.getElementById('console');
if (place) createRoot(place).render(createElement(App));
