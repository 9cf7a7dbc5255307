// Everything that Altinn's events, tokens and REST API run on in one environment: one deployment into
// one resource group. The code is published afterwards, and after it event-subscription.bicep:
// docs/deploy.md.
targetScope = 'resourceGroup'

@description('Short name of the environment, such as at22: lower-case letters and digits. Part of every resource\'s name.')
@minLength(2)
@maxLength(8)
param environment string

@description('What names of resources begin with; another one gives a new environment, not a renamed one.')
@minLength(3)
@maxLength(20)
param namePrefix string = 'altinn-events'

@description('The same for resources whose names are short: lower-case letters and digits, a letter first.')
@minLength(2)
@maxLength(6)
param shortNamePrefix string = 'altev'

@description('Where everything is. The plan must be offered there (Flex Consumption).')
param location string = resourceGroup().location

// --- Addresses

@description('Scheme and host that clients call, with a slash at the end. Empty: the gateway\'s own. Another one must lead to the gateway before it is set here: answers, tokens and discovery tell it.')
param platformBaseUri string = ''

@description('The same of the REST API, such as https://www.altinn.no/. Empty: as platformBaseUri.')
param restBaseUri string = ''

@description('Scheme and host, such as https://platform.altinn.no/ with its slash, of the platform\'s services that are not of this deployment: authorization, Register and Profile.')
param platformServicesUri string

@description('Domain below which apps are served, such as apps.altinn.no.')
param appsDomain string

@description('Host name of the gateway beside its own, such as platform.altinn.no. Its certificate must lie in the gateway\'s vault, as `gateway-certificate`, before it is set here. Empty: none.')
param gatewayHostname string = ''

// --- Tokens

@description('Discovery of the tokens that are accepted, with a slash at the end. Empty: that of this deployment, as which the authentication app issues in any case.')
param openIdBaseUri string = ''

@description('Issuers that are accepted, separated by commas. Empty: that of this deployment.')
param issuers string = ''

@description('Issuer of Maskinporten\'s tokens.')
param maskinportenIssuer string

@description('Issuer of ID-porten\'s tokens.')
param idPortenIssuer string

@description('The portal\'s public client at ID-porten, with the redirect address {platformBaseUri}events/portal. Empty: persons cannot log in to the portal there.')
param portalClientId string = ''

@description('The REST API\'s public client at ID-porten, with the redirect address {restBaseUri}api/authentication/callback. Until it is registered there, persons cannot log in in a browser.')
@minLength(1)
param restClientId string = 'altinn-rest'

@description('Authorities whose client certificates count at the REST API, in PEM, a self-signed root among them. Empty: certificates do not count, and the gateway asks for none.')
param certificateAuthorities string = ''

@description('Where the list of service owners is.')
param serviceOwnersUri string

@description('Scopes of partners, such as digdir:dialogporten, with which persons\' tokens from ID-porten are exchanged as with one of Altinn\'s, separated by commas.')
param partnerScopes string = ''

@description('Issuers whose platform access tokens open the private endpoints, separated by commas. The apps of this deployment call each other as `platform`.')
param accessTokenIssuers string = 'platform'

@description('Name of the secret, in the key vault of each app, that holds the key of the services at platformServicesUri.')
param subscriptionKeyName string = 'platform-subscription-key'

// --- Rules

@description('Subscriptions that one caller may have at most.')
@minValue(1)
@maxValue(1000000)
param maxSubscriptions int = 10000

@description('For how long a policy decision is used again, from PT0S to PT5M; a right that is given or taken counts after that time at the latest. Empty: five minutes.')
param decisionsRememberedFor string = ''

@description('Waits before a push that failed is tried again, such as PT10S,PT1M,PT1H: 1 to 11 of them, from PT1S to PT24H. Empty: twelve attempts in a day and a half.')
param retrySchedule string = ''

// --- Size: a start for an environment of its kind, to be changed by what the workbook tells

@description('Throughput that parts of the database may scale up to, in request units a second; each falls to a tenth of that. `shared` is of all containers of the database `events` but the two that are named. Those share it too where they are given 0, as in an environment from before they had their own: Azure gives it to new containers alone.')
param throughput {
  shared: int
  events: int
  deliveries: int
  rest: int
}

@description('Name of the database account; one of its own when empty. Another one is named to put a restored account in its place.')
param cosmosAccountName string = ''

@description('Keep copies in three zones.')
param zoneRedundant bool

@description('Instances that always run, of each group that answers requests, relays or delivers; 0 lets all scale to nothing. In a zone-redundant plan Azure keeps two of every group at least.')
@minValue(0)
@maxValue(40)
param alwaysReadyInstances int

@description('Instances of each group of functions of a site at most, not of the site. What load drives is the HTTP group of each site and the worker\'s RetryDelivery: with 40 each they take 200 of the 250 instances that a subscription has in a region by default.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Tier of API Management: a v2 tier that calls out from a subnet.')
@allowed(['StandardV2', 'PremiumV2'])
param gatewaySku string = 'StandardV2'

@description('Units of API Management.')
@minValue(1)
@maxValue(10)
param gatewayCapacity int = 1

@description('The organisation that runs the gateway, as its portal and mails name it.')
param publisherName string = 'Altinn'

@description('Address that gets the mails of API Management. Empty: as alertEmail.')
param publisherEmail string = ''

@description('Calls of the gateway that one caller may make in the seconds: one with a token that an app has accepted, and one address without.')
param rateLimit {
  seconds: int
  callsOfToken: int
  callsOfAddress: int
} = {
  seconds: 10
  callsOfToken: 2000
  callsOfAddress: 1000
}

// --- Network

@description('Addresses of the network: /21 at least, since each of its seven subnets takes 256.')
param networkRange string = '10.40.0.0/16'

@description('Length of the prefix of the outgoing addresses: 31 for 2 of them, 28 for 16. Another length makes other addresses, which receivers have to allow anew.')
@minValue(28)
@maxValue(31)
param outgoingPrefixLength int = 31

@description('Keep storage, database, topic and key vaults off the internet, reached through private endpoints only.')
param privateNetworking bool = false

@description('Address ranges, such as 203.0.113.0/28, of parts of the platform that call the sites without the gateway, for instance at the private endpoints.')
param platformCallers string[] = []

@description('Address ranges from which code is published: those of pipelines that have addresses of their own. A pipeline without them opens the way for itself while it publishes.')
param publisherRanges string[] = []

// --- Operation

@description('Days that logs are kept.')
param logRetentionDays int = 90

@description('Gigabytes of logs a day, after which none are taken until the next day; -1: no cap.')
param dailyLogCapGb int = -1

@description('Log every request to the database, with its price and the keys of documents. It costs more than the requests in a busy environment.')
param logDatabaseRequests bool = false

@description('Address that gets a message when an alert fires. Empty: no message is sent.')
param alertEmail string = ''

@description('Refuse to delete what holds data: database, key vaults, queues, files. Switched off before an environment is torn down; locks that are there are then deleted by hand.')
param deletionLocks bool = true

@description('Days until undeliverable messages are deleted. The sweep delivers what they told of long before.')
@minValue(1)
param undeliveredDays int = 30

var name = '${namePrefix}-${environment}'
// A part of names that must be unique in all of Azure. It stays the same for a resource group.
var unique = take(uniqueString(resourceGroup().id), 8)
// Made with the vault of the Events app.
var webhookKey = 'webhook-key'
// For storage accounts and key vaults: 24 characters at most with the letter behind it, and no hyphens.
var compactName = '${shortNamePrefix}${environment}${unique}'
var tags = {
  application: namePrefix
  environment: environment
}

// The gateway's name is known before the gateway is: the sites tell its address, and it calls theirs.
var gatewayName = '${name}-${unique}'
var ownAddress = 'https://${gatewayName}.azure-api.net/'
var baseUri = empty(platformBaseUri) ? ownAddress : platformBaseUri
var restUri = empty(restBaseUri) ? baseUri : restBaseUri
var ownIssuer = '${baseUri}authentication/api/v1/openid/'
var tokenDiscovery = empty(openIdBaseUri) ? ownIssuer : openIdBaseUri
var acceptedIssuers = empty(issuers) ? tokenDiscovery : issuers

// Which functions of the Events package run on which site. Each function is in one of the two lists.
var eventsFunctions = loadJsonContent('events-functions.json')

var databaseAccountName = empty(cosmosAccountName) ? '${name}-${unique}' : cosmosAccountName

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: dailyLogCapGb
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
    tags: tags
    addressRange: networkRange
    zoneRedundant: zoneRedundant
    outgoingPrefixLength: outgoingPrefixLength
  }
}

module topicIdentity 'modules/identity.bicep' = {
  name: 'topic-identity'
  params: {
    name: '${name}-topic'
    location: location
    tags: tags
  }
}

// --- What each site's host needs for itself

module eventsApiHost 'modules/host.bicep' = {
  name: 'events-api-host'
  params: {
    name: '${name}-events'
    storageName: '${compactName}i'
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module eventsWorkerHost 'modules/host.bicep' = {
  name: 'events-worker-host'
  params: {
    name: '${name}-worker'
    storageName: '${compactName}w'
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module authenticationHost 'modules/host.bicep' = {
  name: 'authentication-host'
  params: {
    name: '${name}-authentication'
    storageName: '${compactName}a'
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module restHost 'modules/host.bicep' = {
  name: 'rest-host'
  params: {
    name: '${name}-rest'
    storageName: '${compactName}r'
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

// --- Data

module eventsStorage 'modules/storage.bicep' = {
  name: 'events-storage'
  params: {
    name: '${compactName}e'
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    queues: ['deliveries', 'deliveries-poison', 'relays', 'relays-poison', 'validations', 'validations-poison', 'probes', 'probes-poison', 'jobs', 'jobs-poison']
    grants: [
      // The API schedules validations, jobs and retries; it reads no message.
      { principalId: eventsApiHost.outputs.principalId, role: 'queueSender' }
      { principalId: eventsWorkerHost.outputs.principalId, role: 'queueContributor' }
    ]
    deadLetterContainer: 'undelivered'
    deadLetterPrincipalId: topicIdentity.outputs.principalId
    deadLetterDays: undeliveredDays
    locked: deletionLocks
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module restFiles 'modules/storage.bicep' = {
  name: 'rest-files'
  params: {
    name: '${compactName}f'
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    containers: ['files']
    grants: [
      // Files are found by their tags, and addresses of single files are signed with a key of the
      // whole account: neither is in a lesser role.
      { principalId: restHost.outputs.principalId, role: 'blobOwner' }
    ]
    locked: deletionLocks
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    name: databaseAccountName
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
    logRequests: logDatabaseRequests
    eventsPrincipalIds: [eventsApiHost.outputs.principalId, eventsWorkerHost.outputs.principalId]
    restPrincipalIds: [restHost.outputs.principalId]
    throughput: throughput
  }
}

module databaseLock 'modules/database-lock.bicep' = if (deletionLocks) {
  name: 'database-lock'
  params: {
    accountName: cosmos.outputs.name
  }
}

module topic 'modules/topic.bicep' = {
  name: 'topic'
  params: {
    name: '${name}-${unique}'
    location: location
    tags: tags
    // The worker relays what is stored, the API what the private endpoints are given.
    senderPrincipalIds: [eventsApiHost.outputs.principalId, eventsWorkerHost.outputs.principalId]
    identityId: topicIdentity.outputs.id
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

// A vault for each app: an attacker in the Events app must not get the key that signs Altinn's
// tokens. The two sites of the Events app share one: both sign for webhooks and call the platform.
module eventsVault 'modules/key-vault.bicep' = {
  name: 'events-vault'
  params: {
    name: '${compactName}e'
    location: location
    tags: tags
    readerPrincipalIds: [eventsApiHost.outputs.principalId, eventsWorkerHost.outputs.principalId]
    wrappingKey: webhookKey
    locked: deletionLocks
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module authenticationVault 'modules/key-vault.bicep' = {
  name: 'authentication-vault'
  params: {
    name: '${compactName}a'
    location: location
    tags: tags
    readerPrincipalIds: [authenticationHost.outputs.principalId]
    locked: deletionLocks
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module restVault 'modules/key-vault.bicep' = {
  name: 'rest-vault'
  params: {
    name: '${compactName}r'
    location: location
    tags: tags
    readerPrincipalIds: [restHost.outputs.principalId]
    locked: deletionLocks
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

// The certificate that the gateway shows clients under another name than its own.
module gatewayVault 'modules/key-vault.bicep' = {
  name: 'gateway-vault'
  params: {
    name: '${compactName}g'
    location: location
    tags: tags
    readerPrincipalIds: []
    locked: deletionLocks
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

var blobZone = 'privatelink.blob.${az.environment().suffixes.storage}'
var queueZone = 'privatelink.queue.${az.environment().suffixes.storage}'
var tableZone = 'privatelink.table.${az.environment().suffixes.storage}'

module privateEndpoints 'modules/private-endpoints.bicep' = if (privateNetworking) {
  name: 'private-endpoints'
  params: {
    location: location
    tags: tags
    networkId: network.outputs.networkId
    subnetId: network.outputs.endpointSubnetId
    targets: [
      { name: '${name}-events-queue', resourceId: eventsStorage.outputs.id, group: 'queue', zone: queueZone }
      { name: '${name}-events-blob', resourceId: eventsStorage.outputs.id, group: 'blob', zone: blobZone }
      { name: '${name}-rest-files', resourceId: restFiles.outputs.id, group: 'blob', zone: blobZone }
      { name: '${name}-events-api-blob', resourceId: eventsApiHost.outputs.storageId, group: 'blob', zone: blobZone }
      { name: '${name}-events-api-table', resourceId: eventsApiHost.outputs.storageId, group: 'table', zone: tableZone }
      { name: '${name}-worker-blob', resourceId: eventsWorkerHost.outputs.storageId, group: 'blob', zone: blobZone }
      { name: '${name}-worker-table', resourceId: eventsWorkerHost.outputs.storageId, group: 'table', zone: tableZone }
      { name: '${name}-authentication-blob', resourceId: authenticationHost.outputs.storageId, group: 'blob', zone: blobZone }
      { name: '${name}-authentication-table', resourceId: authenticationHost.outputs.storageId, group: 'table', zone: tableZone }
      { name: '${name}-rest-blob', resourceId: restHost.outputs.storageId, group: 'blob', zone: blobZone }
      { name: '${name}-rest-table', resourceId: restHost.outputs.storageId, group: 'table', zone: tableZone }
      { name: '${cosmos.outputs.name}-cosmos', resourceId: cosmos.outputs.id, group: 'Sql', zone: 'privatelink.documents.azure.com' }
      { name: '${name}-topic', resourceId: topic.outputs.id, group: 'topic', zone: 'privatelink.eventgrid.azure.net' }
      { name: '${name}-events-vault', resourceId: eventsVault.outputs.id, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
      { name: '${name}-authentication-vault', resourceId: authenticationVault.outputs.id, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
      { name: '${name}-gateway-vault', resourceId: gatewayVault.outputs.id, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
      { name: '${name}-rest-vault', resourceId: restVault.outputs.id, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
    ]
    zones: [
      blobZone
      queueZone
      tableZone
      'privatelink.documents.azure.com'
      'privatelink.eventgrid.azure.net'
      'privatelink.vaultcore.azure.net'
    ]
  }
}

// --- Sites

// The callers of the sites that answer requests. The outgoing addresses are those of the REST app,
// which tells the Events app of events, and of the gateway, should its subnet not be known.
var callers = concat(
  [
    { name: 'gateway', vnetSubnetResourceId: network.outputs.gatewaySubnetId, tag: 'Default' }
    { name: 'outgoing', ipAddress: network.outputs.outgoingRange, tag: 'Default' }
  ],
  map(range(0, length(platformCallers)), i => { name: 'platform-${i + 1}', ipAddress: platformCallers[i], tag: 'Default' })
)

var eventsSettings = {
  Events__Backend: 'azure'
  Events__BaseUri: baseUri
  Events__AppsDomain: appsDomain
  Events__AllowInsecureEndpoints: 'false'
  Events__MaxSubscriptions: string(maxSubscriptions)
  Events__IdPortenClientId: portalClientId
  Events__RetrySchedule: retrySchedule
  Cosmos__accountEndpoint: cosmos.outputs.endpoint
  Cosmos__credential: 'managedidentity'
  Cosmos__Database: cosmos.outputs.eventsDatabaseName
  EventGrid__TopicEndpoint: topic.outputs.endpoint
  Queues__queueServiceUri: eventsStorage.outputs.queueEndpoint
  Queues__credential: 'managedidentity'
  Platform__OpenIdBaseUri: tokenDiscovery
  Platform__Issuers: acceptedIssuers
  Platform__AcceptMissingIssuer: 'false'
  Platform__RuntimeCookieName: 'AltinnStudioRuntime'
  Platform__AuthorizationBaseUri: '${platformServicesUri}authorization/api/v1/'
  Platform__DecisionsRememberedFor: decisionsRememberedFor
  Platform__RegisterBaseUri: '${platformServicesUri}register/api/'
  Platform__SubscriptionKey: '@Microsoft.KeyVault(SecretUri=${eventsVault.outputs.uri}secrets/${subscriptionKeyName})'
  Platform__AccessTokenIssuers: accessTokenIssuers
  Authentication__IdPortenIssuer: idPortenIssuer
  KeyVault__Uri: eventsVault.outputs.uri
  KeyVault__CursorKey: 'cursor-key'
  KeyVault__WebhookKey: webhookKey
}

module eventsApi 'modules/function-app.bicep' = {
  name: 'events-api'
  // Settings that stand in the vault are read as soon as the site is there.
  dependsOn: [privateEndpoints]
  params: {
    name: '${name}-events-${unique}'
    location: location
    tags: tags
    identityId: eventsApiHost.outputs.identityId
    identityClientId: eventsApiHost.outputs.clientId
    principalId: eventsApiHost.outputs.principalId
    storageName: eventsApiHost.outputs.storageName
    deploymentContainer: eventsApiHost.outputs.deploymentContainer
    telemetryConnection: monitoring.outputs.telemetryConnection
    telemetryName: monitoring.outputs.telemetryName
    maximumInstances: maximumInstances
    alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
    // Requests are short: an instance that has so many at once is busy. The host takes twice as many
    // while others start.
    httpConcurrency: 40
    zoneRedundant: zoneRedundant
    subnetId: network.outputs.eventsApiSubnetId
    callers: callers
    publisherRanges: publisherRanges
    disabledFunctions: eventsFunctions.worker
    workspaceId: monitoring.outputs.workspaceId
    settings: union(eventsSettings, {
      Cosmos__clientId: eventsApiHost.outputs.clientId
      Queues__clientId: eventsApiHost.outputs.clientId
      AzureFunctionsJobHost__extensions__http__maxConcurrentRequests: '80'
      AzureFunctionsJobHost__extensions__http__maxOutstandingRequests: '200'
    })
  }
}

module eventsWorker 'modules/function-app.bicep' = {
  name: 'events-worker'
  // Settings that stand in the vault are read as soon as the site is there.
  dependsOn: [privateEndpoints]
  params: {
    name: '${name}-worker-${unique}'
    location: location
    tags: tags
    identityId: eventsWorkerHost.outputs.identityId
    identityClientId: eventsWorkerHost.outputs.clientId
    principalId: eventsWorkerHost.outputs.principalId
    storageName: eventsWorkerHost.outputs.storageName
    deploymentContainer: eventsWorkerHost.outputs.deploymentContainer
    telemetryConnection: monitoring.outputs.telemetryConnection
    telemetryName: monitoring.outputs.telemetryName
    maximumInstances: maximumInstances
    alwaysReady: alwaysReadyInstances == 0
      ? []
      : [
          { name: 'http', instanceCount: alwaysReadyInstances }
          { name: 'function:RelayEvents', instanceCount: alwaysReadyInstances }
        ]
    // Event Grid's calls wait for endpoints, up to 20 s each. As many as host.json lets run at once.
    httpConcurrency: 100
    zoneRedundant: zoneRedundant
    subnetId: network.outputs.eventsWorkerSubnetId
    callers: [
      { name: 'event-grid', ipAddress: 'AzureEventGrid', tag: 'ServiceTag' }
    ]
    publisherRanges: publisherRanges
    disabledFunctions: eventsFunctions.api
    workspaceId: monitoring.outputs.workspaceId
    settings: union(eventsSettings, {
      Cosmos__clientId: eventsWorkerHost.outputs.clientId
      Queues__clientId: eventsWorkerHost.outputs.clientId
    })
  }
}

module authentication 'modules/function-app.bicep' = {
  name: 'authentication'
  // Settings that stand in the vault are read as soon as the site is there.
  dependsOn: [privateEndpoints]
  params: {
    name: '${name}-authentication-${unique}'
    location: location
    tags: tags
    identityId: authenticationHost.outputs.identityId
    identityClientId: authenticationHost.outputs.clientId
    principalId: authenticationHost.outputs.principalId
    storageName: authenticationHost.outputs.storageName
    deploymentContainer: authenticationHost.outputs.deploymentContainer
    telemetryConnection: monitoring.outputs.telemetryConnection
    telemetryName: monitoring.outputs.telemetryName
    maximumInstances: maximumInstances
    alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
    // Each request signs a token, which takes the processor alone.
    httpConcurrency: 16
    zoneRedundant: zoneRedundant
    subnetId: network.outputs.authenticationSubnetId
    callers: callers
    publisherRanges: publisherRanges
    workspaceId: monitoring.outputs.workspaceId
    settings: {
      Events__BaseUri: baseUri
      Platform__OpenIdBaseUri: ownIssuer
      Platform__ProfileBaseUri: '${platformServicesUri}profile/api/v1/'
      Platform__RuntimeCookieName: 'AltinnStudioRuntime'
      Platform__SubscriptionKey: '@Microsoft.KeyVault(SecretUri=${authenticationVault.outputs.uri}secrets/${subscriptionKeyName})'
      Authentication__MaskinportenIssuer: maskinportenIssuer
      Authentication__IdPortenIssuer: idPortenIssuer
      Authentication__ServiceOwnersUri: serviceOwnersUri
      Authentication__PartnerScopes: partnerScopes
      KeyVault__Uri: authenticationVault.outputs.uri
    }
  }
}

module rest 'modules/function-app.bicep' = {
  name: 'rest'
  // Settings that stand in the vault are read as soon as the site is there.
  dependsOn: [privateEndpoints]
  params: {
    name: '${name}-rest-${unique}'
    location: location
    tags: tags
    identityId: restHost.outputs.identityId
    identityClientId: restHost.outputs.clientId
    principalId: restHost.outputs.principalId
    storageName: restHost.outputs.storageName
    deploymentContainer: restHost.outputs.deploymentContainer
    telemetryConnection: monitoring.outputs.telemetryConnection
    telemetryName: monitoring.outputs.telemetryName
    maximumInstances: maximumInstances
    alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
    // As the Events API, with more work in each answer.
    httpConcurrency: 32
    zoneRedundant: zoneRedundant
    subnetId: network.outputs.restSubnetId
    callers: callers
    publisherRanges: publisherRanges
    workspaceId: monitoring.outputs.workspaceId
    settings: {
      Rest__BaseUri: restUri
      // Past the gateway: the private endpoint that takes events is closed there.
      Rest__EventsBaseUri: 'https://${eventsApi.outputs.host}/'
      Rest__IdPortenClientId: restClientId
      Rest__ClientCertificates: empty(certificateAuthorities) ? 'false' : 'true'
      Rest__CertificateAuthorities: certificateAuthorities
      Cosmos__accountEndpoint: cosmos.outputs.endpoint
      Cosmos__credential: 'managedidentity'
      Cosmos__clientId: restHost.outputs.clientId
      Blobs__blobServiceUri: restFiles.outputs.blobEndpoint
      Platform__OpenIdBaseUri: tokenDiscovery
      Platform__Issuers: acceptedIssuers
      Platform__AcceptMissingIssuer: 'false'
      Platform__RuntimeCookieName: 'AltinnStudioRuntime'
      Platform__AuthorizationBaseUri: '${platformServicesUri}authorization/api/v1/'
      Platform__RegisterBaseUri: '${platformServicesUri}register/api/'
      Platform__ProfileBaseUri: '${platformServicesUri}profile/api/v1/'
      Platform__SubscriptionKey: '@Microsoft.KeyVault(SecretUri=${restVault.outputs.uri}secrets/${subscriptionKeyName})'
      Platform__AccessTokenIssuers: accessTokenIssuers
      Authentication__MaskinportenIssuer: maskinportenIssuer
      Authentication__IdPortenIssuer: idPortenIssuer
      Authentication__ServiceOwnersUri: serviceOwnersUri
      KeyVault__Uri: restVault.outputs.uri
      KeyVault__CookieKey: 'cookie-key'
    }
  }
}

module gateway 'modules/api-management.bicep' = {
  name: 'gateway'
  params: {
    name: gatewayName
    location: location
    tags: tags
    sku: gatewaySku
    capacity: gatewayCapacity
    publisherName: publisherName
    // The service takes no empty address. No mail reaches the example domain.
    publisherEmail: !empty(publisherEmail) ? publisherEmail : (empty(alertEmail) ? 'nobody@example.org' : alertEmail)
    subnetId: network.outputs.gatewaySubnetId
    hosts: {
      events: eventsApi.outputs.host
      authentication: authentication.outputs.host
      rest: rest.outputs.host
    }
    rateLimit: rateLimit
    telemetryName: monitoring.outputs.telemetryName
    telemetryConnection: monitoring.outputs.telemetryConnection
    workspaceId: monitoring.outputs.workspaceId
    customHostname: gatewayHostname
    certificateUri: empty(gatewayHostname) ? '' : '${gatewayVault.outputs.uri}secrets/gateway-certificate'
    clientCertificates: !empty(certificateAuthorities)
  }
}

// The gateway finds its certificate from the next deployment on: it has no identity before it is there.
module gatewayReader 'modules/vault-reader.bicep' = {
  name: 'gateway-reader'
  params: {
    vaultName: gatewayVault.outputs.name
    principalId: gateway.outputs.principalId
  }
}

// --- Seeing

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    telemetryId: monitoring.outputs.telemetryId
    email: alertEmail
    cosmosAccountId: cosmos.outputs.id
    storageAccountIds: [eventsStorage.outputs.id, restFiles.outputs.id]
    topicId: topic.outputs.id
    vaultIds: [eventsVault.outputs.id, authenticationVault.outputs.id, restVault.outputs.id, gatewayVault.outputs.id]
    maximumInstances: maximumInstances
    availability: [
      { name: 'events', url: '${baseUri}events/api/v1/health' }
      { name: 'authentication', url: '${ownIssuer}.well-known/openid-configuration/jwks' }
      { name: 'rest', url: '${restUri}api/health' }
    ]
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  params: {
    name: name
    location: location
    tags: tags
    telemetryId: monitoring.outputs.telemetryId
    workspaceId: monitoring.outputs.workspaceId
  }
}

output eventsApiName string = eventsApi.outputs.name
output eventsApiHost string = eventsApi.outputs.host
output eventsWorkerName string = eventsWorker.outputs.name
output eventsWorkerHost string = eventsWorker.outputs.host
output authenticationName string = authentication.outputs.name
output authenticationHost string = authentication.outputs.host
output restName string = rest.outputs.name
output restHost string = rest.outputs.host
output eventsVaultName string = eventsVault.outputs.name
output authenticationVaultName string = authenticationVault.outputs.name
output restVaultName string = restVault.outputs.name
output gatewayVaultName string = gatewayVault.outputs.name
output eventsStorageName string = eventsStorage.outputs.name
output restFilesName string = restFiles.outputs.name
output cosmosAccountName string = cosmos.outputs.name
output topicName string = topic.outputs.name
output topicIdentityName string = topicIdentity.outputs.name
output gatewayName string = gatewayName
output gatewayHost string = '${gatewayName}.azure-api.net'
output platformBaseUri string = baseUri
output restBaseUri string = restUri
@description('The addresses that webhooks are called from.')
output outgoingRange string = network.outputs.outgoingRange
