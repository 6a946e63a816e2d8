import type { Page, Screen } from "../page.js";
import type { Route } from "../router.js";
import { GuideScreen } from "./guide.js";
import { HomeScreen } from "./home/home.js";
import { JourneyScreen } from "./journey/journey.js";
import { nowhere } from "./nowhere.js";
import { SettingsScreen } from "./settings.js";
import { WriteScreen } from "./write.js";

/** The screen of a place. */
export function screenOf(page: Page, route: Route): Screen {
  switch (route.at) {
    case "home": return new HomeScreen(page);
    case "work": return new JourneyScreen(page, route);
    case "write": return new WriteScreen(page, route.id);
    case "guide": return new GuideScreen(page, route);
    case "settings": return new SettingsScreen(page);
    case "nowhere": return nowhere(page);
  }
}
