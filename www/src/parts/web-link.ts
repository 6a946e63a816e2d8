import { html, type TemplateResult } from "lit";

/** A link when the address is one of the web; otherwise only its text. */
export function webLink(text: string, address: string | null): TemplateResult {
  const url = address !== null && URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return html`<bdi>${text}</bdi>`;
  return html`<a href=${url.href} rel="noreferrer" target="_blank"><bdi>${text}</bdi></a>`;
}
