// Publishes what is for everybody in an API Management service that is there already. The private
// endpoints (storage, inbound, outbound, push, validation) are left out: they are for the platform.
param serviceName string
param eventsHost string
param authenticationHost string

resource service 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: serviceName
}

var apis = [
  {
    name: 'altinn-events'
    displayName: 'Altinn Events'
    path: 'events/api/v1'
    host: eventsHost
    operations: [
      { name: 'publish', method: 'POST', url: '/events', parameters: [] }
      { name: 'read', method: 'GET', url: '/events', parameters: [] }
      { name: 'publish-app-event', method: 'POST', url: '/app', parameters: [] }
      { name: 'read-app-events-of-party', method: 'GET', url: '/app/party', parameters: [] }
      { name: 'read-app-events', method: 'GET', url: '/app/{org}/{app}', parameters: ['org', 'app'] }
      { name: 'subscribe', method: 'POST', url: '/subscriptions', parameters: [] }
      { name: 'list-subscriptions', method: 'GET', url: '/subscriptions', parameters: [] }
      { name: 'read-subscription', method: 'GET', url: '/subscriptions/{id}', parameters: ['id'] }
      { name: 'unsubscribe', method: 'DELETE', url: '/subscriptions/{id}', parameters: ['id'] }
      { name: 'help', method: 'GET', url: '/help', parameters: [] }
      { name: 'help-file', method: 'GET', url: '/help/{file}', parameters: ['file'] }
    ]
  }
  {
    name: 'altinn-authentication'
    displayName: 'Altinn Authentication'
    path: 'authentication/api/v1'
    host: authenticationHost
    operations: [
      { name: 'discovery', method: 'GET', url: '/openid/.well-known/openid-configuration', parameters: [] }
      { name: 'keys', method: 'GET', url: '/openid/.well-known/openid-configuration/jwks', parameters: [] }
      { name: 'exchange', method: 'GET', url: '/exchange/{tokenProvider}', parameters: ['tokenProvider'] }
      { name: 'refresh', method: 'GET', url: '/refresh', parameters: [] }
      { name: 'help', method: 'GET', url: '/help', parameters: [] }
      { name: 'help-file', method: 'GET', url: '/help/{file}', parameters: ['file'] }
    ]
  }
]

resource api 'Microsoft.ApiManagement/service/apis@2024-05-01' = [for item in apis: {
  parent: service
  name: item.name
  properties: {
    displayName: item.displayName
    path: item.path
    protocols: ['https']
    serviceUrl: 'https://${item.host}/${item.path}'
    subscriptionRequired: false
  }
}]

var operations = flatten(map(range(0, length(apis)), i => map(apis[i].operations, one => union(one, { api: i }))))

resource operation 'Microsoft.ApiManagement/service/apis/operations@2024-05-01' = [for item in operations: {
  parent: api[item.api]
  name: item.name
  properties: {
    displayName: item.name
    method: item.method
    urlTemplate: item.url
    templateParameters: map(item.parameters, parameter => {
      name: parameter
      type: 'string'
      required: true
    })
  }
}]
