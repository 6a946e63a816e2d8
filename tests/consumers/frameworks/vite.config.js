import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";

export default { plugins: [vue(), svelte()], build: { target: "es2022" } };
