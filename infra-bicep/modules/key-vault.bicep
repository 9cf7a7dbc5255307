// The secrets of one app. No other app can read them.
param name string
param location string
param tags object

@description('The identities of the app\'s sites.')
param readerPrincipalIds string[]

@description('Name of an RSA key that the app wraps other keys with; none when empty.')
param wrappingKey string = ''

@description('Refuse to delete the vault.')
param locked bool

param isPublic bool
param workspaceId string

// The narrowest role that reads private keys: the key of a certificate is the secret of the same name.
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

// Wraps and unwraps, and cannot read the key itself.
var cryptoUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '12338af0-0e69-4776-bea7-57ae8d297424')

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: isPublic ? 'Allow' : 'Deny'
      bypass: 'AzureServices'
    }
  }
}

resource secretReader 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for principalId in readerPrincipalIds: {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: secretsUser
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}]

resource key 'Microsoft.KeyVault/vaults/keys@2024-11-01' = if (!empty(wrappingKey)) {
  parent: vault
  name: wrappingKey
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
  }
}

resource keyUser 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for principalId in readerPrincipalIds: if (!empty(wrappingKey)) {
  name: guid(vault.id, principalId, cryptoUser)
  scope: vault
  properties: {
    roleDefinitionId: cryptoUser
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'no-deletion'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds keys that no deployment makes again.'
  }
  // A lock also keeps role assignments from being deleted, not from being made.
  dependsOn: [secretReader, keyUser]
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output id string = vault.id
output name string = vault.name
output uri string = vault.properties.vaultUri
