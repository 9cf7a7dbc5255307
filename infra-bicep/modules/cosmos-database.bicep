// A database of an account, with its containers and the identities that read and write it.
param accountName string
param name string

@description('The containers, as cosmos-containers.json describes them.')
param containers {
  name: string
  partitionKeyPaths: string[]
  indexedPaths: string[]
  compositeIndexes: array
  defaultTtlSeconds: int
}[]

@description('Request units a second up to which the containers scale that have none of their own.')
param throughput int

@description('Request units a second of the containers that have their own, by name.')
param own object

@description('Object ids of the identities. Each gets a role for this database alone.')
param principalIds string[]

var dataContributor = '00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' existing = {
  name: accountName
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: name
  properties: {
    resource: {
      id: name
    }
    options: {
      autoscaleSettings: {
        maxThroughput: throughput
      }
    }
  }
}

// One after the other: an account takes one change at a time.
@batchSize(1)
resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = [for item in containers: {
  parent: database
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
resource access 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = [for id in principalIds: {
  parent: account
  name: guid(account.id, name, id, dataContributor)
  properties: {
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    principalId: id
    scope: '${account.id}/dbs/${name}'
  }
  dependsOn: [container]
}]
