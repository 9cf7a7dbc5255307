// A storage account, for a host's own things or for data. It takes no account keys.
param name string
param location string
param tags object
param zoneRedundant bool
param containers string[] = []
param queues string[] = []

@description('What identities may do in the whole account: {principalId, role}, where the role is a name in `roles` below.')
param grants object[]

@description('Container for events that the topic could not deliver; none when empty.')
param deadLetterContainer string = ''

@description('The identity that writes into that container.')
param deadLetterPrincipalId string = ''

@description('Days until what lies there is deleted.')
@minValue(1)
param deadLetterDays int = 30

@description('Refuse to delete the account.')
param locked bool = false

param isPublic bool
param workspaceId string

var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  queueSender: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
  }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: isPublic ? 'Allow' : 'Deny'
      bypass: 'AzureServices'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [for item in containers: {
  parent: blobs
  name: item
}]

resource deadLetters 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = if (!empty(deadLetterContainer)) {
  parent: blobs
  name: empty(deadLetterContainer) ? 'none' : deadLetterContainer
}

// By then the sweep has made the deliveries that the notices told of.
resource ends 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = if (!empty(deadLetterContainer)) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'dead-letters-end'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${deadLetterContainer}/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: deadLetterDays
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [deadLetters]
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-01-01' = [for queueName in queues: {
  parent: queueService
  name: queueName
}]

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for grant in grants: {
  name: guid(account.id, grant.principalId, subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles[grant.role]))
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles[grant.role])
    principalId: grant.principalId
    principalType: 'ServicePrincipal'
  }
}]

resource deadLetterWriter 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deadLetterContainer)) {
  name: guid(account.id, deadLetterPrincipalId, subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor))
  scope: deadLetters
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    principalId: deadLetterPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'no-deletion'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds data that no deployment makes again.'
  }
  // A lock also keeps role assignments from being deleted, not from being made.
  dependsOn: [access, deadLetterWriter]
}

resource queueLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(queues)) {
  name: 'to-workspace'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    // Messages that are put into queues: the alert on poison queues counts it.
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Transaction'
        enabled: true
      }
    ]
  }
}

resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(deadLetterContainer)) {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    // Notices that the topic gives up: the alert on it counts new blobs.
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Transaction'
        enabled: true
      }
    ]
  }
}

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
