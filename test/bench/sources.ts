import { registerHooks } from 'node:module';

/** Lets Node read the sources, which import each other without extensions, as the bundler wants it. Import it first. */
registerHooks({
  resolve: (specifier, context, next) => {
    const byOwn = !context.parentURL?.includes('/node_modules/');
    const isOwn = byOwn && specifier.startsWith('.') && !/\.(?:[jt]s|json)$/.test(specifier);
    return next(isOwn ? `${specifier}.ts` : specifier, context);
  },
});
