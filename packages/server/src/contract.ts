// The contract drives the server: routes and the validation of requests are made from schemas/api/openapi.yaml.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { parse } from 'yaml';
import type { Json, JsonObject } from '@dvc/schema';
import { Refusal } from './errors.js';

interface Parameter { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: JsonObject; $ref?: string }
interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: JsonObject }> };
}
interface Contract {
  paths: Record<string, Record<string, Operation> & { 'x-route'?: string }>;
  components: { parameters?: Record<string, Parameter>; schemas: JsonObject };
}

export interface Handler {
  handler: RouteHandlerMethod;
  /** The body is a stream for the handler, not JSON. */
  raw?: boolean;
  /** From wherever: what authorises it is in its address. */
  anySource?: boolean;
  /** bytes */
  bodyLimit?: number;
}

const contracts = new Map<string, Contract>();
/** Taken apart once for all servers of a process. */
function read(file: string): Contract {
  const text = readFileSync(file, 'utf8');
  const contract = contracts.get(text) ?? (parse(text) as Contract);
  contracts.set(text, contract);
  return contract;
}

const methods = ['get', 'post', 'put', 'delete', 'patch'] as const;

/** `#/components/schemas/X` → a reference that Fastify's validator finds in the shared schema. */
function relocate(value: Json, schemaId: string): Json {
  if (Array.isArray(value)) return value.map((each) => relocate(each, schemaId));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
    key, key === '$ref' && typeof inner === 'string' ? inner.replace('#/components/schemas/', `${schemaId}#/definitions/`) : relocate(inner, schemaId),
  ]));
}

/**
 * Adds one route per operation of the contract.
 * @throws Error at start when an operation has no handler, or a handler no operation.
 */
export function installContract(app: FastifyInstance, file: string, handlers: Record<string, Handler>): void {
  const contract = read(file);
  const schemaId = basename(file).replace(/\W/g, '-');
  app.addSchema({ $id: schemaId, definitions: relocate(contract.components.schemas, schemaId) });
  const open = new Set(Object.keys(handlers));
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const { handler, raw, anySource, bodyLimit } = handlers[operation.operationId] ?? missing(operation.operationId);
      open.delete(operation.operationId);
      app.route({
        method: method.toUpperCase(),
        url: item['x-route'] ?? path.replace(/\{(\w+)\}/g, ':$1'),
        handler,
        config: { raw: raw === true, anySource: anySource === true },
        ...(bodyLimit === undefined ? {} : { bodyLimit }),
        schema: requestSchema(operation, contract, item['x-route'] !== undefined, schemaId, raw === true),
        ...(item['x-route'] ? { preHandler: pathMatcher(path, operation, contract) } : {}),
      });
    }
  }
  if (open.size > 0) throw new Error(`The contract ${file} has no operation for: ${[...open].join(', ')}`);
}

function missing(operationId: string): never {
  throw new Error(`The contract has the operation ${operationId}, and the server no handler for it`);
}

function requestSchema(operation: Operation, contract: Contract, ownRoute: boolean, schemaId: string, raw: boolean) {
  const parameters = (operation.parameters ?? []).map((given) => {
    if (!given.$ref) return given;
    const named = contract.components.parameters?.[given.$ref.replace('#/components/parameters/', '')];
    if (!named) throw new Error(`The contract refers to ${given.$ref}, which it does not have`);
    return named;
  });
  const part = (where: Parameter['in']) => {
    const own = parameters.filter((parameter) => parameter.in === where);
    if (own.length === 0) return undefined;
    const name = (parameter: Parameter) => (where === 'header' ? parameter.name.toLowerCase() : parameter.name);
    return {
      type: 'object',
      required: own.filter((parameter) => parameter.required).map(name),
      properties: Object.fromEntries(own.map((parameter) => [name(parameter), relocate(parameter.schema, schemaId)])),
    };
  };
  // A stream is judged by its handler.
  const body = raw ? undefined : operation.requestBody?.content['application/json']?.schema;
  const made: Record<string, unknown> = {};
  if (!ownRoute && part('path')) made['params'] = part('path');
  if (part('query')) made['querystring'] = part('query');
  if (part('header')) made['headers'] = part('header');
  if (body) made['body'] = relocate(body, schemaId);
  return made;
}

/**
 * A path whose parameters Fastify's router cannot tell apart (an id with slashes, a suffix) is matched here,
 * with the patterns of the contract. No match is "not found".
 */
function pathMatcher(path: string, operation: Operation, contract: Contract) {
  const pattern = path.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, (_all, name: string) => {
    const schema = operation.parameters?.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema;
    const reference = schema?.['$ref'];
    const found = typeof reference === 'string' ? contract.components.schemas[reference.replace('#/components/schemas/', '')] as JsonObject : schema;
    if (typeof found?.['pattern'] !== 'string') throw new Error(`The contract gives no pattern for ${name} in ${path}`);
    return `(?<${name}>${found['pattern'].replace(/^\^|\$$/g, '')})`;
  });
  const whole = new RegExp(`^${pattern}$`, 'u');
  return async (request: FastifyRequest) => {
    const groups = whole.exec(request.url.replace(/[?#].*$/s, ''))?.groups;
    if (!groups) throw new Refusal(404, 'not-found');
    request.params = { ...groups };
  };
}
