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
var dataContributor = '00000000-0000-0000-0000-000000000002'

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

resource eventsDatabase 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: eventsDatabaseName
  properties: {
    resource: {
      id: eventsDatabaseName
    }
    options: {
      autoscaleSettings: {
        maxThroughput: throughput.shared
      }
    }
  }
}

resource restDatabase 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: restDatabaseName
  properties: {
    resource: {
      id: restDatabaseName
    }
    options: {
      autoscaleSettings: {
        maxThroughput: throughput.rest
      }
    }
  }
}

// One after the other: an account takes one change at a time.
@batchSize(1)
resource eventsContainer 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = [for item in eventsContainers: {
  parent: eventsDatabase
  name: item.name
  properties: {
    resource: union(
      {
        id: item.name
        partitionKey: {
          paths: item.partitionKeyPaths
          kind: length(item.partitionKeyPaths) > 1 ? 'MultiHash' : 'Hash'
          version: 2
        }
        indexingPolicy: {
          indexingMode: 'consistent'
          automatic: true
          includedPaths: map(item.indexedPaths, path => { path: '${path}/?' })
          excludedPaths: [
            {
              path: '/*'
            }
          ]
          compositeIndexes: item.compositeIndexes
        }
      },
      // Without the property nothing in the container ends.
      item.defaultTtlSeconds == 0 ? {} : { defaultTtl: item.defaultTtlSeconds }
    )
    options: contains(own, item.name)
      ? {
          autoscaleSettings: {
            maxThroughput: own[item.name]
          }
        }
      : {}
  }
}]

@batchSize(1)
resource restContainer 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = [for item in restContainers: {
  parent: restDatabase
  name: item.name
  properties: {
    resource: union(
      {
        id: item.name
        partitionKey: {
          paths: item.partitionKeyPaths
          kind: length(item.partitionKeyPaths) > 1 ? 'MultiHash' : 'Hash'
          version: 2
        }
        indexingPolicy: {
          indexingMode: 'consistent'
          automatic: true
          includedPaths: map(item.indexedPaths, path => { path: '${path}/?' })
          excludedPaths: [
            {
              path: '/*'
            }
          ]
          compositeIndexes: item.compositeIndexes
        }
      },
      // Without the property nothing in the container ends.
      item.defaultTtlSeconds == 0 ? {} : { defaultTtl: item.defaultTtlSeconds }
    )
  }
  dependsOn: [eventsContainer]
}]

// Each identity gets a role for its own database alone.
@batchSize(1)
resource eventsAccess 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = [for id in eventsPrincipalIds: {
  parent: account
  name: guid(account.id, eventsDatabaseName, id, dataContributor)
  properties: {
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    principalId: id
    scope: '${account.id}/dbs/${eventsDatabaseName}'
  }
  dependsOn: [restContainer]
}]

@batchSize(1)
resource restAccess 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = [for id in restPrincipalIds: {
  parent: account
  name: guid(account.id, restDatabaseName, id, dataContributor)
  properties: {
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    principalId: id
    scope: '${account.id}/dbs/${restDatabaseName}'
  }
  dependsOn: [eventsAccess]
}]

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
