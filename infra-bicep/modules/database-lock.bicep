// Refuses to delete the database account. Documents and containers inside are not locked for the apps,
// which reach them past Azure's management.
param accountName string

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' existing = {
  name: accountName
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'no-deletion'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds data that no deployment makes again.'
  }
}
