import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { useEffect, useState, type PropsWithChildren, type ReactElement } from 'react';
import { GLOBALS_UPDATED } from 'storybook/internal/core-events';
import { isDark, showScheme, type Scheme } from '../storybook/shop/scheme';
import { darkDocs, light } from './theme';

interface GlobalsUpdate {
  globals: { scheme?: Scheme };
}

function schemeInUrl(): Scheme | undefined {
  return /scheme:(light|dark|system)/.exec(new URL(location.href).searchParams.get('globals') ?? '')?.[1] as
    Scheme | undefined;
}

/** A docs page in the colours that the toolbar says, as the stories on it are. */
export function DocsPage({ context, children }: PropsWithChildren<DocsContainerProps>): ReactElement {
  const [scheme, setScheme] = useState<Scheme>(() => schemeInUrl() ?? 'system');
  useEffect(() => {
    const update = ({ globals }: GlobalsUpdate) => setScheme(globals.scheme ?? 'system');
    context.channel.on(GLOBALS_UPDATED, update);
    return () => context.channel.off(GLOBALS_UPDATED, update);
  }, [context.channel]);
  useEffect(() => showScheme(scheme), [scheme]);

  return (
    <DocsContainer context={context} theme={isDark(scheme) ? darkDocs : light}>
      <main>{children}</main>
    </DocsContainer>
  );
}
