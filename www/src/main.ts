import "./styles/index.css";
import { App } from "./app.js";
import { Store } from "./store/store.js";
import { trustOnlyOurselves } from "./trusted.js";

trustOnlyOurselves();
const root = document.getElementById("app");
if (root) {
  const store = await Store.open();
  root.replaceChildren();
  await App.start(root, store);
}
