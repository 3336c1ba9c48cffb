// Styles for a shadow root, in a way that a strict Content-Security-Policy lets pass.

export function addStyles(root: ShadowRoot, ...texts: string[]): void {
  try {
    const sheets = texts.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
  } catch {
    // A browser of before 2023.
    const element = document.createElement('style');
    element.textContent = texts.join('\n');
    root.append(element);
  }
}
