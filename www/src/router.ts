// Addresses are hashes, so that the pages work from any folder and offline.

export const STEPS = ["gap", "understand", "work", "gather", "check", "hand-in"] as const;
export type StepName = (typeof STEPS)[number];

export type Route =
  | { readonly at: "home" }
  | { readonly at: "work"; readonly id: string; readonly step: StepName; readonly row: string | null }
  | { readonly at: "write"; readonly id: string | null }
  | { readonly at: "guide"; readonly page: string; readonly place: string | null }
  | { readonly at: "settings" }
  | { readonly at: "nowhere"; readonly address: string };

/** The place that an address names. Whatever it holds, this does not fail. */
export function routeOf(hash: string): Route {
  const [area = "", first, second, third] = hash.replace(/^#?\/?/, "").split("/").map(decoded);
  if (area === "") return { at: "home" };
  if (area === "work" && first) {
    const step = STEPS.find((name) => name === second) ?? "gap";
    return { at: "work", id: first, step, row: third || null };
  }
  if (area === "write") return { at: "write", id: first || null };
  if (area === "guide") return { at: "guide", page: first || "guide", place: second || null };
  if (area === "settings") return { at: "settings" };
  return { at: "nowhere", address: hash };
}

/** The address of a place. */
export function addressOf(route: Route): string {
  const parts = partsOf(route).filter((part) => part !== null);
  return `#/${parts.map(encodeURIComponent).join("/")}`;
}

/** Whether two addresses are shown by one and the same screen. */
export function sameScreen(a: Route, b: Route): boolean {
  if (a.at === "work" && b.at === "work") return a.id === b.id;
  if (a.at === "guide" && b.at === "guide") return true;
  return addressOf(a) === addressOf(b);
}

function partsOf(route: Route): (string | null)[] {
  switch (route.at) {
    case "home": return [];
    case "work": return ["work", route.id, route.step, route.row];
    case "write": return ["write", route.id];
    case "guide": return ["guide", route.page, route.place];
    case "settings": return ["settings"];
    case "nowhere": return ["nowhere"];
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
