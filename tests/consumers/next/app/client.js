"use client";

import { useEffect, useState } from "react";
import { demo } from "../demo.js";

export default function Client() {
  const [page, setPage] = useState("");
  const [worker, setWorker] = useState("");
  useEffect(() => {
    import("rubricate").then(({ load }) => load()).then(demo).then(setPage);
    import("rubricate/worker").then(({ connect }) => connect()).then(demo).then(setWorker);
  }, []);
  return (
    <>
      <output id="page">{page}</output>
      <output id="worker">{worker}</output>
    </>
  );
}
