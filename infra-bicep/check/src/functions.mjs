import { ANY, BOOL, INT, OBJECT, STRING, arrayOf, objectOf } from './types.mjs';

/** What Bicep's functions give. Those that give parts of what they are given stand in calls.mjs. */
export const RESULTS = new Map([
  ...each(
    STRING,
    `base64 base64ToString cidrHost cidrSubnet dataUri dataUriToString dateTimeAdd
    dateTimeFromEpoch extensionResourceId format guid join loadFileAsBase64 loadTextContent
    managementGroupResourceId newGuid padLeft readEnvironmentVariable replace resourceId string
    subscriptionResourceId substring tenantResourceId toLower toUpper trim uri uriComponent
    uriComponentToString utcNow nameof`,
  ),
  ...each(INT, 'dateTimeToEpoch indexOf int lastIndexOf length max min'),
  ...each(BOOL, 'bool contains empty endsWith startsWith'),
  ...each(arrayOf(STRING), 'objectKeys split'),
  ...each(arrayOf(INT), 'range'),
  ...each(arrayOf(ANY), 'intersection items pickZones sort toLogicalZones toPhysicalZones'),
  ...each(OBJECT, 'mapValues parseCidr toObject groupBy shallowMerge loadYamlContent'),
  ...each(
    ANY,
    `any deployer deployment externalInput fail getSecret json list listKeys
    managementGroup providers reduce reference`,
  ),
  [
    'resourceGroup',
    objectOf({
      id: STRING,
      name: STRING,
      type: STRING,
      location: STRING,
      managedBy: STRING,
      tags: OBJECT,
      properties: OBJECT,
    }),
  ],
  [
    'subscription',
    objectOf({ id: STRING, subscriptionId: STRING, tenantId: STRING, displayName: STRING }),
  ],
  [
    'tenant',
    objectOf({ tenantId: STRING, displayName: STRING, country: STRING, countryCode: STRING }),
  ],
  [
    'environment',
    objectOf(
      {
        name: STRING,
        resourceManager: STRING,
        suffixes: objectOf({
          acrLoginServer: STRING,
          keyvaultDns: STRING,
          sqlServerHostname: STRING,
          storage: STRING,
        }),
      },
      ANY,
    ),
  ],
]);

/** Functions whose result is made of what they are given. */
export const FOLLOWED = new Set([
  'concat',
  'filter',
  'first',
  'flatten',
  'last',
  'loadJsonContent',
  'map',
  'skip',
  'take',
  'union',
  'uniqueString',
]);

export const DECORATORS = new Set(
  `allowed batchSize description discriminator export maxLength maxValue
  metadata minLength minValue onlyIfNotExists retryOn sealed secure waitUntil`.split(/\s+/),
);

function each(type, names) {
  return names.split(/\s+/).map((name) => [name, type]);
}
