import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { load } from "rubricate";
import { mount } from "svelte";
import { createApp } from "vue";
import { SOURCE } from "./demo.js";
import { Lesson as ReactLesson } from "./Lesson.tsx";
// @ts-ignore read by the plugins
import SvelteLesson from "./Lesson.svelte";
// @ts-ignore
import VueLesson from "./Lesson.vue";

const rubric = (await load()).compile(SOURCE);
const start = () => {
  const assessment = rubric.start({ locale: "en" });
  assessment.rate("pace", 7.5);
  return assessment;
};
createRoot(document.getElementById("react")!).render(createElement(ReactLesson, { assessment: start() }));
createApp(VueLesson, { assessment: start() }).mount("#vue");
mount(SvelteLesson, { target: document.getElementById("svelte")!, props: { assessment: start() } });
