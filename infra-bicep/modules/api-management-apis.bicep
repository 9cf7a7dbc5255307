// What the gateway publishes, as routes.json says, and with which policies. A test holds routes.json to the apps'
// functions and documents. API Management takes 100 operations an API, which the REST app's routes exceed.
param serviceName string

@description('Hosts of the apps, without a scheme.')
param hosts { events: string, authentication: string, rest: string }

param rateLimit { seconds: int, callsOfToken: int, callsOfAddress: int }

resource service 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: serviceName
}

var routes = loadJsonContent('../routes.json')

var policies = {
  functions: loadTextContent('../policies/functions.xml')
  rest: loadTextContent('../policies/rest.xml')
  elsewhere: loadTextContent('../policies/elsewhere.xml')
}

var fragments = [
  { name: 'answer', text: loadTextContent('../policies/answer.xml') }
  { name: 'ask', text: loadTextContent('../policies/ask.xml') }
  { name: 'phrase', text: loadTextContent('../policies/phrase.xml') }
  { name: 'refuse', text: loadTextContent('../policies/refuse.xml') }
  { name: 'to-store', text: loadTextContent('../policies/to-store.xml') }
]

// Operators may change these in the portal while an attack goes on. The next deployment sets them back.
var values = [
  { name: 'rate-seconds', value: string(rateLimit.seconds) }
  { name: 'rate-calls-of-token', value: string(rateLimit.callsOfToken) }
  { name: 'rate-calls-of-address', value: string(rateLimit.callsOfAddress) }
  { name: 'forward-seconds', value: '220' }
  { name: 'rest-host', value: hosts.rest }
]

resource namedValue 'Microsoft.ApiManagement/service/namedValues@2024-05-01' = [for item in values: {
  parent: service
  name: item.name
  properties: {
    displayName: item.name
    value: item.value
    secret: false
  }
}]

resource fragment 'Microsoft.ApiManagement/service/policyFragments@2024-05-01' = [for item in fragments: {
  parent: service
  name: item.name
  dependsOn: [namedValue]
  properties: {
    format: 'xml'
    value: item.text
  }
}]

resource everywhere 'Microsoft.ApiManagement/service/policies@2024-05-01' = {
  parent: service
  name: 'policy'
  dependsOn: [namedValue, fragment]
  properties: {
    format: 'xml'
    value: loadTextContent('../policies/all-apis.xml')
  }
}

resource api 'Microsoft.ApiManagement/service/apis@2024-05-01' = [for item in routes.apis: {
  parent: service
  name: item.name
  properties: {
    displayName: item.displayName
    path: item.path
    protocols: ['https']
    serviceUrl: empty(item.path) ? 'https://${hosts[item.host]}' : 'https://${hosts[item.host]}/${item.path}'
    subscriptionRequired: false
  }
}]

// What parameters in paths begin and end with.
var opening = substring('{}', 0, 1)
var closing = substring('{}', 1, 1)

// A path as a regular expression: a parameter is one segment, the last one may be all that is left.
var patterns = map(routes.apis, item => {
  withToken: map(item.operations, one => (one.token ? one.name : ''))
  open: map(item.operations, one => join(map(split(one.path, '/'), part => startsWith(part, opening) ? '[^/]+' : replace(part, '.', '[.]')), '/'))
  closed: map(item.closed, path => '/${join(map(split(path, '/'), part => startsWith(part, '${opening}*') ? '.*' : startsWith(part, opening) ? '[^/]+' : replace(part, '.', '[.]')), '/')}')
})

resource policy 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = [for (item, i) in routes.apis: {
  parent: api[i]
  name: 'policy'
  dependsOn: [namedValue, fragment]
  properties: {
    format: 'xml'
    value: replace(replace(replace(replace(policies[item.policy],
      'OPERATIONS_WITH_TOKEN', join(patterns[i].withToken, '|')),
      'OPEN_PATHS', join(patterns[i].open, '|')),
      'CLOSED_PATHS', join(patterns[i].closed, '|')),
      'BASE_PATH', item.path)
  }
}]

var named = flatten(map(range(0, length(routes.apis)), i => map(routes.apis[i].operations, one => {
  api: i
  name: one.name
  method: one.method
  path: one.path
  parameters: filter(split(one.path, '/'), part => startsWith(part, opening))
})))

// Whatever else is asked: the apps answer HEAD, OPTIONS and 405 for open paths, and 404 for all others.
var others = flatten(map(range(0, length(routes.apis)), i => flatten(map(routes.otherMethods, method => [
  { api: i, name: 'other-${toLower(method)}', method: method, path: '/*', parameters: [] }
  { api: i, name: 'other-${toLower(method)}-root', method: method, path: '/', parameters: [] }
]))))

@batchSize(25)
resource operation 'Microsoft.ApiManagement/service/apis/operations@2024-05-01' = [for item in concat(named, others): {
  parent: api[item.api]
  name: item.name
  properties: {
    displayName: item.name
    method: item.method
    urlTemplate: item.path
    templateParameters: map(item.parameters, parameter => {
      name: replace(replace(parameter, opening, ''), closing, '')
      type: 'string'
      required: true
    })
  }
}]
