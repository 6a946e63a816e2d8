// Where the browser has Trusted Types there are two policies: Lit's own, which
// takes the templates in this source and nothing else, and this one, which makes
// no markup and no script text, and starts workers from this origin alone.

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
}

/** Must run before the first worker is started. */
export function trustOnlyOurselves(): void {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  factory?.createPolicy("default", {
    createScriptURL(address) {
      const url = new URL(address, location.href);
      if (url.origin !== location.origin) throw new TypeError(`scripts come from this page only, not from ${url.origin}`);
      return url.href;
    },
  });
}
