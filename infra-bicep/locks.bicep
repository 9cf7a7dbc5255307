// Keeps what holds data from being deleted with Azure's management, by hand or by a deployment. Deployed
// by an owner: the deployment's own roles neither make locks nor take them away. Data inside, such as
// documents and blobs, is not locked.
targetScope = 'resourceGroup'

@description('An output of main.bicep.')
param cosmosAccountName string

@description('Storage accounts that keep files.')
param storageNames string[] = []

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' existing = {
  name: cosmosAccountName
}

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = [for item in storageNames: {
  name: item
}]

resource accountLock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'All events, subscriptions and deliveries are here.'
  }
}

resource storageLock 'Microsoft.Authorization/locks@2020-05-01' = [for (item, i) in storageNames: {
  name: 'keep'
  scope: storage[i]
  properties: {
    level: 'CanNotDelete'
    notes: 'Files of messages are here.'
  }
}]
