import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'es2024',
    // Inlined pictures would be `data:` addresses, and the policy of the page lets none in.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // A file of its own, so that it is told before any schema is made that it must not use eval.
            { name: 'schemas', test: /node_modules[\\/]zod[\\/](?!.*json-schema)|console[\\/]no-eval[.]ts$/ },
          ],
        },
      },
    },
  },
});
