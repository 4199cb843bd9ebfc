import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bridge } from './api';
import { RootStore } from './stores/root-store';
import './styles/index.css';
import { RootContext } from './views/context';
import { App } from './views/shell/app';

const store = new RootStore(bridge, window.localStorage, window.innerWidth);
store.start();

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <RootContext value={store}>
        <App />
      </RootContext>
    </StrictMode>,
  );
}
