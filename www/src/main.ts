import "./styles/index.css";
import { App } from "./app.js";
import { Store } from "./store/store.js";
import { tongue } from "./strings/index.js";
import { trustOnlyOurselves } from "./trusted.js";

trustOnlyOurselves();
const root = document.getElementById("app");
if (root) {
  // The words are on their way while the store opens; another language than the browser's is a choice that few make.
  void tongue("auto").catch(() => {});
  const store = await Store.open();
  root.replaceChildren();
  await App.start(root, store);
}
