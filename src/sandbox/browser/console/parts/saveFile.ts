/** Hands a file to the browser to keep. */
export function saveFile(name: string, contents: unknown): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(contents, null, 2)}\n`]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
