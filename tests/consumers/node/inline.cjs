const { load } = require("rubricate/inline");
const { demo } = require("./demo.js");

load().then(demo).then(console.log);
