const { connect } = require("rubricate/worker");
const { demo } = require("./demo.js");

connect().then(demo).then(console.log);
