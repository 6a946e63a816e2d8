// On the server, where the package reads its module from the disk, and in the browser.
import { load } from "rubricate";
import { demo } from "../demo.js";
import Client from "./client.js";

export const dynamic = "force-dynamic";

export default async function Page() {
  return (
    <main>
      <output id="server">{await demo(await load())}</output>
      <Client />
    </main>
  );
}
