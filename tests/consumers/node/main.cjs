const { load } = require("rubricate");
const { demo } = require("./demo.js");

load().then(demo).then(console.log);
