/**
 * Who may import whom. A room that is not named in `may` or `types` cannot be imported;
 * `types` may be imported with `import type` only, `packages` closes a room to all other packages.
 */
const everyRoom =
  '^(workflows|activities|connectors|governance|store|contracts|registry|platform|worker|api|console|prisma|dev|test|bench)/';

/** Modules of contracts that hold no zod and so may run inside a workflow. The rule `contracts-without-zod` keeps them so. */
const contractsWithoutZod = [
  '^contracts/(ids|signals|queries|errors|step|search-attributes|duration)[.]ts$',
  '^contracts/codes/',
];

/** The workflow SDK, and what it shares with the other SDK packages (search attribute keys, failures). */
const workflowPackages = ['@temporalio/workflow', '@temporalio/common'];

/** What runs in a browser. */
const browserPackages = ['react', 'react-dom', '@mantine/core', '@tanstack/[^/]+', '@xyflow/react', 'diff', 'zod'];

const workbenches = '^(dev|test|bench)/';
const composers = '^(worker|api)/compose[^/]*(/|[.]ts$)';

const rooms = [
  {
    name: 'workflows-processes',
    files: '^workflows/processes/',
    may: ['^workflows/(processes|steps)/', ...contractsWithoutZod],
    types: ['^contracts/'],
    packages: [],
  },
  {
    name: 'workflows-steps',
    files: '^workflows/steps/',
    may: ['^workflows/steps/', ...contractsWithoutZod],
    types: ['^contracts/', '^activities/'],
    packages: workflowPackages,
  },
  {
    name: 'workflows-index',
    files: '^workflows/[^/]+$',
    may: ['^workflows/', ...contractsWithoutZod],
    types: ['^contracts/', '^activities/'],
    packages: workflowPackages,
  },
  { name: 'activities', files: '^activities/', may: ['^(activities|contracts|governance|store)/'] },
  { name: 'governance', files: '^governance/', may: ['^(governance|contracts|store|platform)/'] },
  {
    name: 'connectors',
    files: '^connectors/(?!postgres-)([^/]+)/',
    may: ['^connectors/$1/', '^contracts/', '^platform/egress'],
  },
  {
    name: 'connectors-postgres',
    files: '^connectors/(postgres-[^/]+)/',
    may: ['^connectors/$1/', '^(contracts|store)/', '^platform/(egress|database)'],
  },
  { name: 'store', files: '^store/', may: ['^(store|contracts)/', '^platform/database/', '^prisma/client/'] },
  { name: 'contracts', files: '^contracts/', may: ['^contracts/'], packages: ['zod'] },
  { name: 'registry', files: '^registry/', may: [], packages: [] },
  { name: 'platform', files: '^platform/(?!database/)', may: ['^(platform|contracts)/'] },
  { name: 'platform-database', files: '^platform/database/', may: ['^(platform|contracts)/', '^prisma/'] },
  { name: 'api-use-cases', files: '^api/use-cases/', may: ['^api/use-cases/', '^(contracts|governance|store)/'] },
  {
    name: 'api-doors',
    files: '^api/(http|triggers|cli|mcp)/',
    besides: '^api/cli/main[.]ts$',
    may: ['^api/(use-cases|$1)/', '^(contracts|platform)/'],
  },
  {
    name: 'console',
    files: '^console/(?!vite[.]config[.]ts$)',
    may: ['^(console|contracts)/'],
    packages: browserPackages,
  },
  { name: 'worker', files: '^worker/', besides: composers, may: ['^(worker|contracts|platform)/'] },
  { name: 'api-main', files: '^api/([^/]+|cli/main[.]ts)$', besides: composers, may: ['^(api|contracts|platform)/'] },
];

/** Packages that only the named files may import. */
const fencedPackages = [
  { name: 'openai', files: ['^connectors/', workbenches] },
  { name: 'nodemailer', files: ['^connectors/', workbenches] },
  { name: 'express', files: ['^api/(?!use-cases/)', workbenches] },
  { name: 'pg', files: ['^platform/database/', workbenches] },
  { name: 'http-proxy-middleware', files: ['^api/http/temporal-ui/', workbenches] },
  { name: '@temporalio/workflow', files: ['^workflows/', workbenches] },
];

/** A door that takes connections and makes none. */
const whatListens = ['^api/http/app/start-server[.]ts$'];

/** They take what tells addresses from names, and lint holds them to that. */
const whatReadsAddresses = [
  '^platform/config/(host|outgoing-addresses)[.]ts$',
  '^governance/redaction/recognisers/(ip-address|phone)[.]ts$',
];

/** Where a package's files are, its types and an uninstalled package included. */
function pathOfPackage(name) {
  return `(^|node_modules/)(@types/)?${name}(/|$)`;
}

function roomRules(room) {
  const from = { path: room.files, ...(room.besides === undefined ? {} : { pathNot: room.besides }) };
  const rules = [
    {
      name: `${room.name}-rooms`,
      severity: 'error',
      comment: `${room.files} may import ${[...room.may, ...(room.types ?? [])].join(' ') || 'nothing'}`,
      from,
      to: { path: everyRoom, pathNot: [...room.may, ...(room.types ?? [])] },
    },
  ];
  if (room.types !== undefined) {
    rules.push({
      name: `${room.name}-types`,
      severity: 'error',
      comment: `${room.files} may take types only (import type) from ${room.types.join(' ')}`,
      from,
      to: { path: room.types, pathNot: room.may, dependencyTypesNot: ['type-only'] },
    });
  }
  if (room.packages !== undefined) {
    rules.push({
      name: `${room.name}-packages`,
      severity: 'error',
      comment: `${room.files} may import ${room.packages.join(', ') || 'no package'}, and no Node module`,
      from,
      to: { pathNot: [everyRoom, ...room.packages.map(pathOfPackage)] },
    });
  }
  return rules;
}

module.exports = {
  forbidden: [
    ...rooms.flatMap(roomRules),
    ...fencedPackages.map(({ name, files }) => ({
      name: `fence-${name.replace('@temporalio/', 'temporal-')}`,
      severity: 'error',
      comment: `${name} may be imported by ${files.join(' ')}`,
      from: { pathNot: files },
      to: { path: pathOfPackage(name) },
    })),
    {
      name: 'fence-network',
      severity: 'error',
      comment: 'what goes out goes through platform/egress; take its fetch or connect',
      from: { pathNot: ['^platform/egress/', ...whatListens, ...whatReadsAddresses, workbenches] },
      to: {
        path: ['^(node:)?(net|tls|https?|http2|dgram|dns|dns/promises|child_process)$', pathOfPackage('undici')],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'fence-prisma',
      severity: 'error',
      comment: "Prisma's models belong to store; platform/database opens the client",
      from: { pathNot: ['^(store|platform/database|prisma)/', workbenches] },
      to: { path: '^prisma/client/' },
    },
    {
      name: 'fence-prisma-packages',
      severity: 'error',
      comment: 'Prisma packages belong to platform/database',
      from: { pathNot: ['^(platform/database|prisma)/', '^prisma[.]config[.]ts$', workbenches] },
      to: { path: 'node_modules/(@prisma|prisma)/' },
    },
    {
      name: 'contracts-without-zod',
      severity: 'error',
      comment: 'these contracts run inside workflows: no package, and no values from contracts that hold zod',
      from: { path: contractsWithoutZod },
      to: { pathNot: contractsWithoutZod, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'production-without-workbenches',
      severity: 'error',
      comment: 'dev, test and bench stand in for the world; what runs on a server cannot need them',
      from: { pathNot: workbenches, path: everyRoom },
      to: { path: workbenches },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'two modules that need each other are one module or need a third',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'the imported file or package does not exist',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/client/'] },
    exclude: { path: ['^prisma/client/.+/', '^console/dist/'] },
    parser: 'swc',
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'require', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
