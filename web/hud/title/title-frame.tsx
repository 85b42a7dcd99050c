import type { ComponentChildren, JSX } from 'preact';
import valeUrl from '../art/vale.svg?no-inline';

/** The picture of the vale with the game's name, behind everything that comes before playing. */
export function TitleFrame({ children, small = false }: { children: ComponentChildren; small?: boolean }): JSX.Element {
  return (
    <main class={`title ${small ? 'title-small' : ''}`}>
      <img class="title-art" src={valeUrl} alt="" />
      <div class="title-shade" />
      <div class="title-content">
        <h1 class="title-name">Larkmark</h1>
        {children}
      </div>
    </main>
  );
}

/** Room for an error above the buttons; announced when it appears. */
export function TitleError({ text }: { text: string | undefined }): JSX.Element {
  return (
    <p class="title-error" role="alert" hidden={text === undefined}>
      {text}
    </p>
  );
}
