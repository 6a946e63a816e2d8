export { RubricError, RubricFault, RubricLoadError } from "../errors.js";
export type { ModuleSource } from "../start.js";
export type { RemoteAssessment } from "./assessment.js";
export type { CallOptions } from "./call.js";
export type { ConnectOptions, RemoteRubricate } from "./client.js";
export type { RemoteRubric } from "./rubric.js";
