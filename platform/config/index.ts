export { ConfigError, type ConfigProblem } from './config-error.ts';
export { loadConfig, orExit } from './load-config.ts';
export { loadEnvironment } from './load-environment.ts';
export { claimedPorts, type PortName, type Ports, portAfter, portNames, portNotes } from './ports.ts';
export { type Config, readConfig } from './read-config.ts';
export { repositoryRoot } from './repository-root.ts';
