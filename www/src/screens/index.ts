import { html } from "lit";
import type { Page, Screen } from "../page.js";
import type { Route } from "../router.js";
import { HomeScreen } from "./home/home.js";
import { nowhere, sorry } from "./nowhere.js";

/** The screen of a place. What most visits do not see is loaded when it is opened. */
export function screenOf(page: Page, route: Route): Screen {
  switch (route.at) {
    case "home": return new HomeScreen(page);
    case "work": return later(page, async () => new (await import("./journey/journey.js")).JourneyScreen(page, route), route);
    case "write": return later(page, async () => new (await import("./write.js")).WriteScreen(page, route.id), route);
    case "guide": return later(page, async () => new (await import("./guide.js")).GuideScreen(page, route), route);
    case "settings": return later(page, async () => new (await import("./settings.js")).SettingsScreen(page), route);
    case "nowhere": return nowhere(page);
  }
}

/** A screen whose code is on its way. */
function later(page: Page, load: () => Promise<Screen>, first: Route): Screen {
  let [there, route, failed, closed]: [Screen | null, Route, boolean, boolean] = [null, first, false, false];
  const fetch = () => {
    failed = false;
    void load().then((screen) => {
      if (closed) return void screen.close?.();
      there = screen;
      if (route !== first) screen.route?.(route);
      page.arrive();
    }, () => {
      failed = true;
      page.update();
    });
  };
  fetch();
  const { say } = page;
  return {
    title: () => there?.title() ?? say.app.loading,
    render: () => there?.render() ?? (failed
      ? sorry(say.app.somethingWrong, say.app.somethingWrongWhy, html`<button type="button" class="primary" @click=${fetch}>${say.app.tryAgain}</button>`)
      : html`<p class="waiting">${say.app.loading}</p>`),
    route: (now) => {
      route = now;
      there?.route?.(now);
    },
    close: () => {
      closed = true;
      return there?.close?.();
    },
  };
}
