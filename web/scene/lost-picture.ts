/** Tells the player while the graphics card has let go of the picture; three rebuilds it when it is back. */
export function watchLostPicture(canvas: HTMLCanvasElement, onRestored: () => void): () => void {
  const notice = document.createElement('div');
  notice.setAttribute('role', 'alert');
  notice.textContent = 'The graphics card has dropped the picture. It will be back in a moment.';
  Object.assign(notice.style, {
    position: 'absolute',
    inset: '0',
    display: 'grid',
    placeItems: 'center',
    background: '#14100ccc',
    color: '#f0e4c8',
    font: '16px system-ui',
    pointerEvents: 'none',
  });
  const onLost = (event: Event) => {
    event.preventDefault();
    canvas.after(notice);
  };
  const onBack = () => {
    notice.remove();
    onRestored();
  };
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onBack);
  return () => {
    canvas.removeEventListener('webglcontextlost', onLost);
    canvas.removeEventListener('webglcontextrestored', onBack);
    notice.remove();
  };
}
