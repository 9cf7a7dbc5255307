// One account with a database for each app that keeps something. The containers are data in
// cosmos-containers.json and cosmos-containers-rest.json, which are compared with what the code expects
// whenever the tests run.
param name string
param location string
param tags object
param zoneRedundant bool
param isPublic bool
param workspaceId string

@description('Log each request to the database, with its keys and its price. That is a row for each, and dear under load.')
param logRequests bool

@description('The identities that read and write the database of the events.')
param eventsPrincipalIds string[]

@description('The identities that read and write the database of the REST app.')
param restPrincipalIds string[]

@description('Request units a second up to which each scales; each falls to a tenth by itself. Steps of 1000. "shared" is for the containers of the events that have none of their own, "rest" for all of the REST app. "events" and "deliveries" may be 0: the container has none of its own then.')
param throughput {
  shared: int
  events: int
  deliveries: int
  rest: int
}

var eventsDatabaseName = 'events'
var restDatabaseName = 'rest'
var eventsContainers = loadJsonContent('../cosmos-containers.json')
var restContainers = loadJsonContent('../cosmos-containers-rest.json')

// The two containers that grow with the traffic. In a shared throughput a burst of deliveries would have
// publishers wait, and the relay of what they publish. Azure lets a container have its own from its first
// day only, and refuses it to one that shares.
var own = union(
  throughput.events == 0 ? {} : { events: throughput.events },
  throughput.deliveries == 0 ? {} : { deliveries: throughput.deliveries }
)

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    // What one request wrote the next one must find, in every instance: the change feed's reader
    // and the deliverers are not the process that wrote.
    consistencyPolicy: {
      defaultConsistencyLevel: 'Strong'
    }
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: zoneRedundant
      }
    ]
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous7Days'
      }
    }
  }
}

module eventsDatabase 'cosmos-database.bicep' = {
  name: 'cosmos-${eventsDatabaseName}'
  params: {
    accountName: account.name
    name: eventsDatabaseName
    containers: eventsContainers
    throughput: throughput.shared
    own: own
    principalIds: eventsPrincipalIds
  }
}

// Afterwards: an account takes one change at a time.
module restDatabase 'cosmos-database.bicep' = {
  name: 'cosmos-${restDatabaseName}'
  params: {
    accountName: account.name
    name: restDatabaseName
    containers: restContainers
    throughput: throughput.rest
    own: {}
    principalIds: restPrincipalIds
  }
  dependsOn: [eventsDatabase]
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      {
        category: 'ControlPlaneRequests'
        enabled: true
      }
      {
        category: 'DataPlaneRequests'
        enabled: logRequests
      }
      {
        category: 'PartitionKeyRUConsumption'
        enabled: logRequests
      }
    ]
    // Azure keeps the account's metrics for three months by itself: alerts and the workbook read them there.
  }
}

output id string = account.id
output name string = account.name
output endpoint string = account.properties.documentEndpoint
output eventsDatabaseName string = eventsDatabaseName
output restDatabaseName string = restDatabaseName
