// The naive evaluator on fifty thousand random rubrics, or as many as are asked
// for: npm run soak -- 200000 [first seed]. npm test takes the first ten thousand.
import { run } from "./tools.mjs";

const [rubrics = "50000", seed = "1"] = process.argv.slice(2);
const env = { ...process.env, RUBRICATE_NAIVE_RUBRICS: rubrics, RUBRICATE_NAIVE_SEED: seed };
run(process.execPath, ["--test", "--test-reporter=spec", "pkg/test/naive.test.mjs"], { env });
