/** Files that the bundler compiles in as they are. */
declare module '*.bin' {
  const bytes: ArrayBuffer;

  export { bytes as default };
}
