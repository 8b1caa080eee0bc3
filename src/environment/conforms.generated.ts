/* eslint-disable */
// @ts-nocheck -- made of schemas/provider.schema.json by tools/compile-schemas.js; do not edit

export const conforms: (document: unknown) => boolean = validate10;
const schema11 = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://etos-action.github.io/schemas/provider.schema.json',
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
  properties: {
    iut: {
      if: { type: 'object', required: ['type'] },
      then: {
        type: 'object',
        required: ['id', 'type', 'status', 'start', 'stop'],
        properties: {
          id: { $ref: '#/$defs/id' },
          type: { const: 'external' },
          status: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
          start: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
          stop: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
        },
        additionalProperties: false,
      },
      else: {
        type: 'object',
        required: ['id', 'list'],
        properties: {
          id: { $ref: '#/$defs/id' },
          list: { $ref: '#/$defs/list' },
          checkout: { type: ['object', 'null'] },
          checkin: { type: ['object', 'null'] },
          prepare: {
            type: ['object', 'null'],
            required: ['stages'],
            properties: {
              stages: {
                type: 'object',
                properties: {
                  environment_provider: {
                    type: ['object', 'null'],
                    properties: { steps: { type: 'object', additionalProperties: { type: 'object' } } },
                  },
                  suite_runner: {
                    type: ['object', 'null'],
                    properties: { steps: { type: 'object', additionalProperties: { type: 'object' } } },
                  },
                  test_runner: {
                    type: ['object', 'null'],
                    properties: { steps: { type: 'object', additionalProperties: { type: 'object' } } },
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        additionalProperties: false,
      },
    },
    log: {
      if: { type: 'object', required: ['type'] },
      then: {
        type: 'object',
        required: ['id', 'type', 'status', 'start', 'stop'],
        properties: {
          id: { $ref: '#/$defs/id' },
          type: { const: 'external' },
          status: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
          start: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
          stop: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
        },
        additionalProperties: false,
      },
      else: {
        type: 'object',
        required: ['id', 'list'],
        properties: {
          id: { $ref: '#/$defs/id' },
          list: { $ref: '#/$defs/list' },
          checkout: { type: ['object', 'null'] },
          checkin: { type: ['object', 'null'] },
        },
        additionalProperties: false,
      },
    },
    execution_space: {
      if: { type: 'object', required: ['type'] },
      then: {
        type: 'object',
        required: ['id', 'type', 'status', 'start', 'stop'],
        properties: {
          id: { $ref: '#/$defs/id' },
          type: { const: 'external' },
          status: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
          start: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
          stop: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
        },
        additionalProperties: false,
      },
      else: {
        type: 'object',
        required: ['id', 'list'],
        properties: {
          id: { $ref: '#/$defs/id' },
          list: { $ref: '#/$defs/list' },
          checkout: { type: ['object', 'null'] },
          checkin: { type: ['object', 'null'] },
        },
        additionalProperties: false,
      },
    },
  },
  $defs: {
    id: { type: 'string', minLength: 1 },
    list: {
      type: 'object',
      required: ['possible', 'available'],
      properties: { possible: { type: ['object', 'array', 'string'] }, available: { type: ['object', 'array', 'string'] } },
    },
  },
};
const schema12 = { type: 'string', minLength: 1 };
const schema14 = {
  type: 'object',
  required: ['possible', 'available'],
  properties: { possible: { type: ['object', 'array', 'string'] }, available: { type: ['object', 'array', 'string'] } },
};
const func2 = (text) => [...text].length;
function validate10(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="https://etos-action.github.io/schemas/provider.schema.json" */ let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length > 1) {
        validate10.errors = [{ instancePath, schemaPath: '#/maxProperties', keyword: 'maxProperties', params: { limit: 1 } }];
        return false;
      } else {
        if (Object.keys(data).length < 1) {
          validate10.errors = [{ instancePath, schemaPath: '#/minProperties', keyword: 'minProperties', params: { limit: 1 } }];
          return false;
        } else {
          const _errs1 = errors;
          for (const key0 in data) {
            if (!(key0 === 'iut' || key0 === 'log' || key0 === 'execution_space')) {
              validate10.errors = [
                {
                  instancePath,
                  schemaPath: '#/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key0 },
                },
              ];
              return false;
              break;
            }
          }
          if (_errs1 === errors) {
            if (data.iut !== undefined) {
              let data0 = data.iut;
              const _errs2 = errors;
              const _errs3 = errors;
              let valid1 = true;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                  let missing0;
                  if (data0.type === undefined && (missing0 = 'type')) {
                    const err0 = {};
                    if (vErrors === null) {
                      vErrors = [err0];
                    } else {
                      vErrors.push(err0);
                    }
                    errors++;
                  }
                } else {
                  const err1 = {};
                  if (vErrors === null) {
                    vErrors = [err1];
                  } else {
                    vErrors.push(err1);
                  }
                  errors++;
                }
              }
              var _valid0 = _errs4 === errors;
              errors = _errs3;
              if (vErrors !== null) {
                if (_errs3) {
                  vErrors.length = _errs3;
                } else {
                  vErrors = null;
                }
              }
              let ifClause0;
              if (_valid0) {
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                    let missing1;
                    if (
                      (data0.id === undefined && (missing1 = 'id')) ||
                      (data0.type === undefined && (missing1 = 'type')) ||
                      (data0.status === undefined && (missing1 = 'status')) ||
                      (data0.start === undefined && (missing1 = 'start')) ||
                      (data0.stop === undefined && (missing1 = 'stop'))
                    ) {
                      validate10.errors = [
                        {
                          instancePath: instancePath + '/iut',
                          schemaPath: '#/properties/iut/then/required',
                          keyword: 'required',
                          params: { missingProperty: missing1 },
                        },
                      ];
                      return false;
                    } else {
                      const _errs8 = errors;
                      for (const key1 in data0) {
                        if (!(key1 === 'id' || key1 === 'type' || key1 === 'status' || key1 === 'start' || key1 === 'stop')) {
                          validate10.errors = [
                            {
                              instancePath: instancePath + '/iut',
                              schemaPath: '#/properties/iut/then/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key1 },
                            },
                          ];
                          return false;
                          break;
                        }
                      }
                      if (_errs8 === errors) {
                        if (data0.id !== undefined) {
                          let data1 = data0.id;
                          const _errs9 = errors;
                          const _errs10 = errors;
                          if (errors === _errs10) {
                            if (typeof data1 === 'string') {
                              if (func2(data1) < 1) {
                                validate10.errors = [
                                  {
                                    instancePath: instancePath + '/iut/id',
                                    schemaPath: '#/$defs/id/minLength',
                                    keyword: 'minLength',
                                    params: { limit: 1 },
                                  },
                                ];
                                return false;
                              }
                            } else {
                              validate10.errors = [
                                {
                                  instancePath: instancePath + '/iut/id',
                                  schemaPath: '#/$defs/id/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                },
                              ];
                              return false;
                            }
                          }
                          var valid2 = _errs9 === errors;
                        } else {
                          var valid2 = true;
                        }
                        if (valid2) {
                          if (data0.type !== undefined) {
                            const _errs12 = errors;
                            if ('external' !== data0.type) {
                              validate10.errors = [
                                {
                                  instancePath: instancePath + '/iut/type',
                                  schemaPath: '#/properties/iut/then/properties/type/const',
                                  keyword: 'const',
                                  params: { allowedValue: 'external' },
                                },
                              ];
                              return false;
                            }
                            var valid2 = _errs12 === errors;
                          } else {
                            var valid2 = true;
                          }
                          if (valid2) {
                            if (data0.status !== undefined) {
                              let data3 = data0.status;
                              const _errs13 = errors;
                              if (errors === _errs13) {
                                if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
                                  let missing2;
                                  if (data3.host === undefined && (missing2 = 'host')) {
                                    validate10.errors = [
                                      {
                                        instancePath: instancePath + '/iut/status',
                                        schemaPath: '#/properties/iut/then/properties/status/required',
                                        keyword: 'required',
                                        params: { missingProperty: missing2 },
                                      },
                                    ];
                                    return false;
                                  } else {
                                    if (data3.host !== undefined) {
                                      if (typeof data3.host !== 'string') {
                                        validate10.errors = [
                                          {
                                            instancePath: instancePath + '/iut/status/host',
                                            schemaPath: '#/properties/iut/then/properties/status/properties/host/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                          },
                                        ];
                                        return false;
                                      }
                                    }
                                  }
                                } else {
                                  validate10.errors = [
                                    {
                                      instancePath: instancePath + '/iut/status',
                                      schemaPath: '#/properties/iut/then/properties/status/type',
                                      keyword: 'type',
                                      params: { type: 'object' },
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid2 = _errs13 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data0.start !== undefined) {
                                let data5 = data0.start;
                                const _errs17 = errors;
                                if (errors === _errs17) {
                                  if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
                                    let missing3;
                                    if (data5.host === undefined && (missing3 = 'host')) {
                                      validate10.errors = [
                                        {
                                          instancePath: instancePath + '/iut/start',
                                          schemaPath: '#/properties/iut/then/properties/start/required',
                                          keyword: 'required',
                                          params: { missingProperty: missing3 },
                                        },
                                      ];
                                      return false;
                                    } else {
                                      if (data5.host !== undefined) {
                                        if (typeof data5.host !== 'string') {
                                          validate10.errors = [
                                            {
                                              instancePath: instancePath + '/iut/start/host',
                                              schemaPath: '#/properties/iut/then/properties/start/properties/host/type',
                                              keyword: 'type',
                                              params: { type: 'string' },
                                            },
                                          ];
                                          return false;
                                        }
                                      }
                                    }
                                  } else {
                                    validate10.errors = [
                                      {
                                        instancePath: instancePath + '/iut/start',
                                        schemaPath: '#/properties/iut/then/properties/start/type',
                                        keyword: 'type',
                                        params: { type: 'object' },
                                      },
                                    ];
                                    return false;
                                  }
                                }
                                var valid2 = _errs17 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data0.stop !== undefined) {
                                  let data7 = data0.stop;
                                  const _errs21 = errors;
                                  if (errors === _errs21) {
                                    if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
                                      let missing4;
                                      if (data7.host === undefined && (missing4 = 'host')) {
                                        validate10.errors = [
                                          {
                                            instancePath: instancePath + '/iut/stop',
                                            schemaPath: '#/properties/iut/then/properties/stop/required',
                                            keyword: 'required',
                                            params: { missingProperty: missing4 },
                                          },
                                        ];
                                        return false;
                                      } else {
                                        if (data7.host !== undefined) {
                                          if (typeof data7.host !== 'string') {
                                            validate10.errors = [
                                              {
                                                instancePath: instancePath + '/iut/stop/host',
                                                schemaPath: '#/properties/iut/then/properties/stop/properties/host/type',
                                                keyword: 'type',
                                                params: { type: 'string' },
                                              },
                                            ];
                                            return false;
                                          }
                                        }
                                      }
                                    } else {
                                      validate10.errors = [
                                        {
                                          instancePath: instancePath + '/iut/stop',
                                          schemaPath: '#/properties/iut/then/properties/stop/type',
                                          keyword: 'type',
                                          params: { type: 'object' },
                                        },
                                      ];
                                      return false;
                                    }
                                  }
                                  var valid2 = _errs21 === errors;
                                } else {
                                  var valid2 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  } else {
                    validate10.errors = [
                      {
                        instancePath: instancePath + '/iut',
                        schemaPath: '#/properties/iut/then/type',
                        keyword: 'type',
                        params: { type: 'object' },
                      },
                    ];
                    return false;
                  }
                }
                var _valid0 = _errs6 === errors;
                valid1 = _valid0;
                ifClause0 = 'then';
              } else {
                const _errs25 = errors;
                if (errors === _errs25) {
                  if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                    let missing5;
                    if ((data0.id === undefined && (missing5 = 'id')) || (data0.list === undefined && (missing5 = 'list'))) {
                      validate10.errors = [
                        {
                          instancePath: instancePath + '/iut',
                          schemaPath: '#/properties/iut/else/required',
                          keyword: 'required',
                          params: { missingProperty: missing5 },
                        },
                      ];
                      return false;
                    } else {
                      const _errs27 = errors;
                      for (const key2 in data0) {
                        if (!(key2 === 'id' || key2 === 'list' || key2 === 'checkout' || key2 === 'checkin' || key2 === 'prepare')) {
                          validate10.errors = [
                            {
                              instancePath: instancePath + '/iut',
                              schemaPath: '#/properties/iut/else/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key2 },
                            },
                          ];
                          return false;
                          break;
                        }
                      }
                      if (_errs27 === errors) {
                        if (data0.id !== undefined) {
                          let data9 = data0.id;
                          const _errs28 = errors;
                          const _errs29 = errors;
                          if (errors === _errs29) {
                            if (typeof data9 === 'string') {
                              if (func2(data9) < 1) {
                                validate10.errors = [
                                  {
                                    instancePath: instancePath + '/iut/id',
                                    schemaPath: '#/$defs/id/minLength',
                                    keyword: 'minLength',
                                    params: { limit: 1 },
                                  },
                                ];
                                return false;
                              }
                            } else {
                              validate10.errors = [
                                {
                                  instancePath: instancePath + '/iut/id',
                                  schemaPath: '#/$defs/id/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                },
                              ];
                              return false;
                            }
                          }
                          var valid7 = _errs28 === errors;
                        } else {
                          var valid7 = true;
                        }
                        if (valid7) {
                          if (data0.list !== undefined) {
                            let data10 = data0.list;
                            const _errs31 = errors;
                            const _errs32 = errors;
                            if (errors === _errs32) {
                              if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
                                let missing6;
                                if (
                                  (data10.possible === undefined && (missing6 = 'possible')) ||
                                  (data10.available === undefined && (missing6 = 'available'))
                                ) {
                                  validate10.errors = [
                                    {
                                      instancePath: instancePath + '/iut/list',
                                      schemaPath: '#/$defs/list/required',
                                      keyword: 'required',
                                      params: { missingProperty: missing6 },
                                    },
                                  ];
                                  return false;
                                } else {
                                  if (data10.possible !== undefined) {
                                    let data11 = data10.possible;
                                    const _errs34 = errors;
                                    if ((!data11 || typeof data11 != 'object') && typeof data11 !== 'string') {
                                      validate10.errors = [
                                        {
                                          instancePath: instancePath + '/iut/list/possible',
                                          schemaPath: '#/$defs/list/properties/possible/type',
                                          keyword: 'type',
                                          params: { type: schema14.properties.possible.type },
                                        },
                                      ];
                                      return false;
                                    }
                                    var valid10 = _errs34 === errors;
                                  } else {
                                    var valid10 = true;
                                  }
                                  if (valid10) {
                                    if (data10.available !== undefined) {
                                      let data12 = data10.available;
                                      const _errs36 = errors;
                                      if ((!data12 || typeof data12 != 'object') && typeof data12 !== 'string') {
                                        validate10.errors = [
                                          {
                                            instancePath: instancePath + '/iut/list/available',
                                            schemaPath: '#/$defs/list/properties/available/type',
                                            keyword: 'type',
                                            params: { type: schema14.properties.available.type },
                                          },
                                        ];
                                        return false;
                                      }
                                      var valid10 = _errs36 === errors;
                                    } else {
                                      var valid10 = true;
                                    }
                                  }
                                }
                              } else {
                                validate10.errors = [
                                  {
                                    instancePath: instancePath + '/iut/list',
                                    schemaPath: '#/$defs/list/type',
                                    keyword: 'type',
                                    params: { type: 'object' },
                                  },
                                ];
                                return false;
                              }
                            }
                            var valid7 = _errs31 === errors;
                          } else {
                            var valid7 = true;
                          }
                          if (valid7) {
                            if (data0.checkout !== undefined) {
                              let data13 = data0.checkout;
                              const _errs38 = errors;
                              if (!(data13 && typeof data13 == 'object' && !Array.isArray(data13)) && data13 !== null) {
                                validate10.errors = [
                                  {
                                    instancePath: instancePath + '/iut/checkout',
                                    schemaPath: '#/properties/iut/else/properties/checkout/type',
                                    keyword: 'type',
                                    params: { type: schema11.properties.iut.else.properties.checkout.type },
                                  },
                                ];
                                return false;
                              }
                              var valid7 = _errs38 === errors;
                            } else {
                              var valid7 = true;
                            }
                            if (valid7) {
                              if (data0.checkin !== undefined) {
                                let data14 = data0.checkin;
                                const _errs40 = errors;
                                if (!(data14 && typeof data14 == 'object' && !Array.isArray(data14)) && data14 !== null) {
                                  validate10.errors = [
                                    {
                                      instancePath: instancePath + '/iut/checkin',
                                      schemaPath: '#/properties/iut/else/properties/checkin/type',
                                      keyword: 'type',
                                      params: { type: schema11.properties.iut.else.properties.checkin.type },
                                    },
                                  ];
                                  return false;
                                }
                                var valid7 = _errs40 === errors;
                              } else {
                                var valid7 = true;
                              }
                              if (valid7) {
                                if (data0.prepare !== undefined) {
                                  let data15 = data0.prepare;
                                  const _errs42 = errors;
                                  if (!(data15 && typeof data15 == 'object' && !Array.isArray(data15)) && data15 !== null) {
                                    validate10.errors = [
                                      {
                                        instancePath: instancePath + '/iut/prepare',
                                        schemaPath: '#/properties/iut/else/properties/prepare/type',
                                        keyword: 'type',
                                        params: { type: schema11.properties.iut.else.properties.prepare.type },
                                      },
                                    ];
                                    return false;
                                  }
                                  if (errors === _errs42) {
                                    if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
                                      let missing7;
                                      if (data15.stages === undefined && (missing7 = 'stages')) {
                                        validate10.errors = [
                                          {
                                            instancePath: instancePath + '/iut/prepare',
                                            schemaPath: '#/properties/iut/else/properties/prepare/required',
                                            keyword: 'required',
                                            params: { missingProperty: missing7 },
                                          },
                                        ];
                                        return false;
                                      } else {
                                        if (data15.stages !== undefined) {
                                          let data16 = data15.stages;
                                          const _errs44 = errors;
                                          if (errors === _errs44) {
                                            if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
                                              const _errs46 = errors;
                                              for (const key3 in data16) {
                                                if (!(
                                                  key3 === 'environment_provider' ||
                                                  key3 === 'suite_runner' ||
                                                  key3 === 'test_runner'
                                                )) {
                                                  validate10.errors = [
                                                    {
                                                      instancePath: instancePath + '/iut/prepare/stages',
                                                      schemaPath:
                                                        '#/properties/iut/else/properties/prepare/properties/stages/additionalProperties',
                                                      keyword: 'additionalProperties',
                                                      params: { additionalProperty: key3 },
                                                    },
                                                  ];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs46 === errors) {
                                                if (data16.environment_provider !== undefined) {
                                                  let data17 = data16.environment_provider;
                                                  const _errs47 = errors;
                                                  if (!(data17 && typeof data17 == 'object' && !Array.isArray(data17)) && data17 !== null) {
                                                    validate10.errors = [
                                                      {
                                                        instancePath: instancePath + '/iut/prepare/stages/environment_provider',
                                                        schemaPath:
                                                          '#/properties/iut/else/properties/prepare/properties/stages/properties/environment_provider/type',
                                                        keyword: 'type',
                                                        params: {
                                                          type: schema11.properties.iut.else.properties.prepare.properties.stages.properties
                                                            .environment_provider.type,
                                                        },
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                  if (errors === _errs47) {
                                                    if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
                                                      if (data17.steps !== undefined) {
                                                        let data18 = data17.steps;
                                                        const _errs49 = errors;
                                                        if (errors === _errs49) {
                                                          if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
                                                            for (const key4 in data18) {
                                                              let data19 = data18[key4];
                                                              const _errs52 = errors;
                                                              if (!(data19 && typeof data19 == 'object' && !Array.isArray(data19))) {
                                                                validate10.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/iut/prepare/stages/environment_provider/steps/' +
                                                                      key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                                    schemaPath:
                                                                      '#/properties/iut/else/properties/prepare/properties/stages/properties/environment_provider/properties/steps/additionalProperties/type',
                                                                    keyword: 'type',
                                                                    params: { type: 'object' },
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                              var valid14 = _errs52 === errors;
                                                              if (!valid14) {
                                                                break;
                                                              }
                                                            }
                                                          } else {
                                                            validate10.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath + '/iut/prepare/stages/environment_provider/steps',
                                                                schemaPath:
                                                                  '#/properties/iut/else/properties/prepare/properties/stages/properties/environment_provider/properties/steps/type',
                                                                keyword: 'type',
                                                                params: { type: 'object' },
                                                              },
                                                            ];
                                                            return false;
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                  var valid12 = _errs47 === errors;
                                                } else {
                                                  var valid12 = true;
                                                }
                                                if (valid12) {
                                                  if (data16.suite_runner !== undefined) {
                                                    let data20 = data16.suite_runner;
                                                    const _errs54 = errors;
                                                    if (
                                                      !(data20 && typeof data20 == 'object' && !Array.isArray(data20)) &&
                                                      data20 !== null
                                                    ) {
                                                      validate10.errors = [
                                                        {
                                                          instancePath: instancePath + '/iut/prepare/stages/suite_runner',
                                                          schemaPath:
                                                            '#/properties/iut/else/properties/prepare/properties/stages/properties/suite_runner/type',
                                                          keyword: 'type',
                                                          params: {
                                                            type: schema11.properties.iut.else.properties.prepare.properties.stages
                                                              .properties.suite_runner.type,
                                                          },
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                    if (errors === _errs54) {
                                                      if (data20 && typeof data20 == 'object' && !Array.isArray(data20)) {
                                                        if (data20.steps !== undefined) {
                                                          let data21 = data20.steps;
                                                          const _errs56 = errors;
                                                          if (errors === _errs56) {
                                                            if (data21 && typeof data21 == 'object' && !Array.isArray(data21)) {
                                                              for (const key5 in data21) {
                                                                let data22 = data21[key5];
                                                                const _errs59 = errors;
                                                                if (!(data22 && typeof data22 == 'object' && !Array.isArray(data22))) {
                                                                  validate10.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/iut/prepare/stages/suite_runner/steps/' +
                                                                        key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                                      schemaPath:
                                                                        '#/properties/iut/else/properties/prepare/properties/stages/properties/suite_runner/properties/steps/additionalProperties/type',
                                                                      keyword: 'type',
                                                                      params: { type: 'object' },
                                                                    },
                                                                  ];
                                                                  return false;
                                                                }
                                                                var valid16 = _errs59 === errors;
                                                                if (!valid16) {
                                                                  break;
                                                                }
                                                              }
                                                            } else {
                                                              validate10.errors = [
                                                                {
                                                                  instancePath: instancePath + '/iut/prepare/stages/suite_runner/steps',
                                                                  schemaPath:
                                                                    '#/properties/iut/else/properties/prepare/properties/stages/properties/suite_runner/properties/steps/type',
                                                                  keyword: 'type',
                                                                  params: { type: 'object' },
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                          }
                                                        }
                                                      }
                                                    }
                                                    var valid12 = _errs54 === errors;
                                                  } else {
                                                    var valid12 = true;
                                                  }
                                                  if (valid12) {
                                                    if (data16.test_runner !== undefined) {
                                                      let data23 = data16.test_runner;
                                                      const _errs61 = errors;
                                                      if (
                                                        !(data23 && typeof data23 == 'object' && !Array.isArray(data23)) &&
                                                        data23 !== null
                                                      ) {
                                                        validate10.errors = [
                                                          {
                                                            instancePath: instancePath + '/iut/prepare/stages/test_runner',
                                                            schemaPath:
                                                              '#/properties/iut/else/properties/prepare/properties/stages/properties/test_runner/type',
                                                            keyword: 'type',
                                                            params: {
                                                              type: schema11.properties.iut.else.properties.prepare.properties.stages
                                                                .properties.test_runner.type,
                                                            },
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      if (errors === _errs61) {
                                                        if (data23 && typeof data23 == 'object' && !Array.isArray(data23)) {
                                                          if (data23.steps !== undefined) {
                                                            let data24 = data23.steps;
                                                            const _errs63 = errors;
                                                            if (errors === _errs63) {
                                                              if (data24 && typeof data24 == 'object' && !Array.isArray(data24)) {
                                                                for (const key6 in data24) {
                                                                  let data25 = data24[key6];
                                                                  const _errs66 = errors;
                                                                  if (!(data25 && typeof data25 == 'object' && !Array.isArray(data25))) {
                                                                    validate10.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/iut/prepare/stages/test_runner/steps/' +
                                                                          key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                                        schemaPath:
                                                                          '#/properties/iut/else/properties/prepare/properties/stages/properties/test_runner/properties/steps/additionalProperties/type',
                                                                        keyword: 'type',
                                                                        params: { type: 'object' },
                                                                      },
                                                                    ];
                                                                    return false;
                                                                  }
                                                                  var valid18 = _errs66 === errors;
                                                                  if (!valid18) {
                                                                    break;
                                                                  }
                                                                }
                                                              } else {
                                                                validate10.errors = [
                                                                  {
                                                                    instancePath: instancePath + '/iut/prepare/stages/test_runner/steps',
                                                                    schemaPath:
                                                                      '#/properties/iut/else/properties/prepare/properties/stages/properties/test_runner/properties/steps/type',
                                                                    keyword: 'type',
                                                                    params: { type: 'object' },
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                            }
                                                          }
                                                        }
                                                      }
                                                      var valid12 = _errs61 === errors;
                                                    } else {
                                                      var valid12 = true;
                                                    }
                                                  }
                                                }
                                              }
                                            } else {
                                              validate10.errors = [
                                                {
                                                  instancePath: instancePath + '/iut/prepare/stages',
                                                  schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/type',
                                                  keyword: 'type',
                                                  params: { type: 'object' },
                                                },
                                              ];
                                              return false;
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                  var valid7 = _errs42 === errors;
                                } else {
                                  var valid7 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  } else {
                    validate10.errors = [
                      {
                        instancePath: instancePath + '/iut',
                        schemaPath: '#/properties/iut/else/type',
                        keyword: 'type',
                        params: { type: 'object' },
                      },
                    ];
                    return false;
                  }
                }
                var _valid0 = _errs25 === errors;
                valid1 = _valid0;
                ifClause0 = 'else';
              }
              if (!valid1) {
                const err2 = {
                  instancePath: instancePath + '/iut',
                  schemaPath: '#/properties/iut/if',
                  keyword: 'if',
                  params: { failingKeyword: ifClause0 },
                };
                if (vErrors === null) {
                  vErrors = [err2];
                } else {
                  vErrors.push(err2);
                }
                errors++;
                validate10.errors = vErrors;
                return false;
              }
              var valid0 = _errs2 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.log !== undefined) {
                let data26 = data.log;
                const _errs68 = errors;
                const _errs69 = errors;
                let valid19 = true;
                const _errs70 = errors;
                if (errors === _errs70) {
                  if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
                    let missing8;
                    if (data26.type === undefined && (missing8 = 'type')) {
                      const err3 = {};
                      if (vErrors === null) {
                        vErrors = [err3];
                      } else {
                        vErrors.push(err3);
                      }
                      errors++;
                    }
                  } else {
                    const err4 = {};
                    if (vErrors === null) {
                      vErrors = [err4];
                    } else {
                      vErrors.push(err4);
                    }
                    errors++;
                  }
                }
                var _valid1 = _errs70 === errors;
                errors = _errs69;
                if (vErrors !== null) {
                  if (_errs69) {
                    vErrors.length = _errs69;
                  } else {
                    vErrors = null;
                  }
                }
                let ifClause1;
                if (_valid1) {
                  const _errs72 = errors;
                  if (errors === _errs72) {
                    if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
                      let missing9;
                      if (
                        (data26.id === undefined && (missing9 = 'id')) ||
                        (data26.type === undefined && (missing9 = 'type')) ||
                        (data26.status === undefined && (missing9 = 'status')) ||
                        (data26.start === undefined && (missing9 = 'start')) ||
                        (data26.stop === undefined && (missing9 = 'stop'))
                      ) {
                        validate10.errors = [
                          {
                            instancePath: instancePath + '/log',
                            schemaPath: '#/properties/log/then/required',
                            keyword: 'required',
                            params: { missingProperty: missing9 },
                          },
                        ];
                        return false;
                      } else {
                        const _errs74 = errors;
                        for (const key7 in data26) {
                          if (!(key7 === 'id' || key7 === 'type' || key7 === 'status' || key7 === 'start' || key7 === 'stop')) {
                            validate10.errors = [
                              {
                                instancePath: instancePath + '/log',
                                schemaPath: '#/properties/log/then/additionalProperties',
                                keyword: 'additionalProperties',
                                params: { additionalProperty: key7 },
                              },
                            ];
                            return false;
                            break;
                          }
                        }
                        if (_errs74 === errors) {
                          if (data26.id !== undefined) {
                            let data27 = data26.id;
                            const _errs75 = errors;
                            const _errs76 = errors;
                            if (errors === _errs76) {
                              if (typeof data27 === 'string') {
                                if (func2(data27) < 1) {
                                  validate10.errors = [
                                    {
                                      instancePath: instancePath + '/log/id',
                                      schemaPath: '#/$defs/id/minLength',
                                      keyword: 'minLength',
                                      params: { limit: 1 },
                                    },
                                  ];
                                  return false;
                                }
                              } else {
                                validate10.errors = [
                                  {
                                    instancePath: instancePath + '/log/id',
                                    schemaPath: '#/$defs/id/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                  },
                                ];
                                return false;
                              }
                            }
                            var valid20 = _errs75 === errors;
                          } else {
                            var valid20 = true;
                          }
                          if (valid20) {
                            if (data26.type !== undefined) {
                              const _errs78 = errors;
                              if ('external' !== data26.type) {
                                validate10.errors = [
                                  {
                                    instancePath: instancePath + '/log/type',
                                    schemaPath: '#/properties/log/then/properties/type/const',
                                    keyword: 'const',
                                    params: { allowedValue: 'external' },
                                  },
                                ];
                                return false;
                              }
                              var valid20 = _errs78 === errors;
                            } else {
                              var valid20 = true;
                            }
                            if (valid20) {
                              if (data26.status !== undefined) {
                                let data29 = data26.status;
                                const _errs79 = errors;
                                if (errors === _errs79) {
                                  if (data29 && typeof data29 == 'object' && !Array.isArray(data29)) {
                                    let missing10;
                                    if (data29.host === undefined && (missing10 = 'host')) {
                                      validate10.errors = [
                                        {
                                          instancePath: instancePath + '/log/status',
                                          schemaPath: '#/properties/log/then/properties/status/required',
                                          keyword: 'required',
                                          params: { missingProperty: missing10 },
                                        },
                                      ];
                                      return false;
                                    } else {
                                      if (data29.host !== undefined) {
                                        if (typeof data29.host !== 'string') {
                                          validate10.errors = [
                                            {
                                              instancePath: instancePath + '/log/status/host',
                                              schemaPath: '#/properties/log/then/properties/status/properties/host/type',
                                              keyword: 'type',
                                              params: { type: 'string' },
                                            },
                                          ];
                                          return false;
                                        }
                                      }
                                    }
                                  } else {
                                    validate10.errors = [
                                      {
                                        instancePath: instancePath + '/log/status',
                                        schemaPath: '#/properties/log/then/properties/status/type',
                                        keyword: 'type',
                                        params: { type: 'object' },
                                      },
                                    ];
                                    return false;
                                  }
                                }
                                var valid20 = _errs79 === errors;
                              } else {
                                var valid20 = true;
                              }
                              if (valid20) {
                                if (data26.start !== undefined) {
                                  let data31 = data26.start;
                                  const _errs83 = errors;
                                  if (errors === _errs83) {
                                    if (data31 && typeof data31 == 'object' && !Array.isArray(data31)) {
                                      let missing11;
                                      if (data31.host === undefined && (missing11 = 'host')) {
                                        validate10.errors = [
                                          {
                                            instancePath: instancePath + '/log/start',
                                            schemaPath: '#/properties/log/then/properties/start/required',
                                            keyword: 'required',
                                            params: { missingProperty: missing11 },
                                          },
                                        ];
                                        return false;
                                      } else {
                                        if (data31.host !== undefined) {
                                          if (typeof data31.host !== 'string') {
                                            validate10.errors = [
                                              {
                                                instancePath: instancePath + '/log/start/host',
                                                schemaPath: '#/properties/log/then/properties/start/properties/host/type',
                                                keyword: 'type',
                                                params: { type: 'string' },
                                              },
                                            ];
                                            return false;
                                          }
                                        }
                                      }
                                    } else {
                                      validate10.errors = [
                                        {
                                          instancePath: instancePath + '/log/start',
                                          schemaPath: '#/properties/log/then/properties/start/type',
                                          keyword: 'type',
                                          params: { type: 'object' },
                                        },
                                      ];
                                      return false;
                                    }
                                  }
                                  var valid20 = _errs83 === errors;
                                } else {
                                  var valid20 = true;
                                }
                                if (valid20) {
                                  if (data26.stop !== undefined) {
                                    let data33 = data26.stop;
                                    const _errs87 = errors;
                                    if (errors === _errs87) {
                                      if (data33 && typeof data33 == 'object' && !Array.isArray(data33)) {
                                        let missing12;
                                        if (data33.host === undefined && (missing12 = 'host')) {
                                          validate10.errors = [
                                            {
                                              instancePath: instancePath + '/log/stop',
                                              schemaPath: '#/properties/log/then/properties/stop/required',
                                              keyword: 'required',
                                              params: { missingProperty: missing12 },
                                            },
                                          ];
                                          return false;
                                        } else {
                                          if (data33.host !== undefined) {
                                            if (typeof data33.host !== 'string') {
                                              validate10.errors = [
                                                {
                                                  instancePath: instancePath + '/log/stop/host',
                                                  schemaPath: '#/properties/log/then/properties/stop/properties/host/type',
                                                  keyword: 'type',
                                                  params: { type: 'string' },
                                                },
                                              ];
                                              return false;
                                            }
                                          }
                                        }
                                      } else {
                                        validate10.errors = [
                                          {
                                            instancePath: instancePath + '/log/stop',
                                            schemaPath: '#/properties/log/then/properties/stop/type',
                                            keyword: 'type',
                                            params: { type: 'object' },
                                          },
                                        ];
                                        return false;
                                      }
                                    }
                                    var valid20 = _errs87 === errors;
                                  } else {
                                    var valid20 = true;
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    } else {
                      validate10.errors = [
                        {
                          instancePath: instancePath + '/log',
                          schemaPath: '#/properties/log/then/type',
                          keyword: 'type',
                          params: { type: 'object' },
                        },
                      ];
                      return false;
                    }
                  }
                  var _valid1 = _errs72 === errors;
                  valid19 = _valid1;
                  ifClause1 = 'then';
                } else {
                  const _errs91 = errors;
                  if (errors === _errs91) {
                    if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
                      let missing13;
                      if ((data26.id === undefined && (missing13 = 'id')) || (data26.list === undefined && (missing13 = 'list'))) {
                        validate10.errors = [
                          {
                            instancePath: instancePath + '/log',
                            schemaPath: '#/properties/log/else/required',
                            keyword: 'required',
                            params: { missingProperty: missing13 },
                          },
                        ];
                        return false;
                      } else {
                        const _errs93 = errors;
                        for (const key8 in data26) {
                          if (!(key8 === 'id' || key8 === 'list' || key8 === 'checkout' || key8 === 'checkin')) {
                            validate10.errors = [
                              {
                                instancePath: instancePath + '/log',
                                schemaPath: '#/properties/log/else/additionalProperties',
                                keyword: 'additionalProperties',
                                params: { additionalProperty: key8 },
                              },
                            ];
                            return false;
                            break;
                          }
                        }
                        if (_errs93 === errors) {
                          if (data26.id !== undefined) {
                            let data35 = data26.id;
                            const _errs94 = errors;
                            const _errs95 = errors;
                            if (errors === _errs95) {
                              if (typeof data35 === 'string') {
                                if (func2(data35) < 1) {
                                  validate10.errors = [
                                    {
                                      instancePath: instancePath + '/log/id',
                                      schemaPath: '#/$defs/id/minLength',
                                      keyword: 'minLength',
                                      params: { limit: 1 },
                                    },
                                  ];
                                  return false;
                                }
                              } else {
                                validate10.errors = [
                                  {
                                    instancePath: instancePath + '/log/id',
                                    schemaPath: '#/$defs/id/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                  },
                                ];
                                return false;
                              }
                            }
                            var valid25 = _errs94 === errors;
                          } else {
                            var valid25 = true;
                          }
                          if (valid25) {
                            if (data26.list !== undefined) {
                              let data36 = data26.list;
                              const _errs97 = errors;
                              const _errs98 = errors;
                              if (errors === _errs98) {
                                if (data36 && typeof data36 == 'object' && !Array.isArray(data36)) {
                                  let missing14;
                                  if (
                                    (data36.possible === undefined && (missing14 = 'possible')) ||
                                    (data36.available === undefined && (missing14 = 'available'))
                                  ) {
                                    validate10.errors = [
                                      {
                                        instancePath: instancePath + '/log/list',
                                        schemaPath: '#/$defs/list/required',
                                        keyword: 'required',
                                        params: { missingProperty: missing14 },
                                      },
                                    ];
                                    return false;
                                  } else {
                                    if (data36.possible !== undefined) {
                                      let data37 = data36.possible;
                                      const _errs100 = errors;
                                      if ((!data37 || typeof data37 != 'object') && typeof data37 !== 'string') {
                                        validate10.errors = [
                                          {
                                            instancePath: instancePath + '/log/list/possible',
                                            schemaPath: '#/$defs/list/properties/possible/type',
                                            keyword: 'type',
                                            params: { type: schema14.properties.possible.type },
                                          },
                                        ];
                                        return false;
                                      }
                                      var valid28 = _errs100 === errors;
                                    } else {
                                      var valid28 = true;
                                    }
                                    if (valid28) {
                                      if (data36.available !== undefined) {
                                        let data38 = data36.available;
                                        const _errs102 = errors;
                                        if ((!data38 || typeof data38 != 'object') && typeof data38 !== 'string') {
                                          validate10.errors = [
                                            {
                                              instancePath: instancePath + '/log/list/available',
                                              schemaPath: '#/$defs/list/properties/available/type',
                                              keyword: 'type',
                                              params: { type: schema14.properties.available.type },
                                            },
                                          ];
                                          return false;
                                        }
                                        var valid28 = _errs102 === errors;
                                      } else {
                                        var valid28 = true;
                                      }
                                    }
                                  }
                                } else {
                                  validate10.errors = [
                                    {
                                      instancePath: instancePath + '/log/list',
                                      schemaPath: '#/$defs/list/type',
                                      keyword: 'type',
                                      params: { type: 'object' },
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid25 = _errs97 === errors;
                            } else {
                              var valid25 = true;
                            }
                            if (valid25) {
                              if (data26.checkout !== undefined) {
                                let data39 = data26.checkout;
                                const _errs104 = errors;
                                if (!(data39 && typeof data39 == 'object' && !Array.isArray(data39)) && data39 !== null) {
                                  validate10.errors = [
                                    {
                                      instancePath: instancePath + '/log/checkout',
                                      schemaPath: '#/properties/log/else/properties/checkout/type',
                                      keyword: 'type',
                                      params: { type: schema11.properties.log.else.properties.checkout.type },
                                    },
                                  ];
                                  return false;
                                }
                                var valid25 = _errs104 === errors;
                              } else {
                                var valid25 = true;
                              }
                              if (valid25) {
                                if (data26.checkin !== undefined) {
                                  let data40 = data26.checkin;
                                  const _errs106 = errors;
                                  if (!(data40 && typeof data40 == 'object' && !Array.isArray(data40)) && data40 !== null) {
                                    validate10.errors = [
                                      {
                                        instancePath: instancePath + '/log/checkin',
                                        schemaPath: '#/properties/log/else/properties/checkin/type',
                                        keyword: 'type',
                                        params: { type: schema11.properties.log.else.properties.checkin.type },
                                      },
                                    ];
                                    return false;
                                  }
                                  var valid25 = _errs106 === errors;
                                } else {
                                  var valid25 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    } else {
                      validate10.errors = [
                        {
                          instancePath: instancePath + '/log',
                          schemaPath: '#/properties/log/else/type',
                          keyword: 'type',
                          params: { type: 'object' },
                        },
                      ];
                      return false;
                    }
                  }
                  var _valid1 = _errs91 === errors;
                  valid19 = _valid1;
                  ifClause1 = 'else';
                }
                if (!valid19) {
                  const err5 = {
                    instancePath: instancePath + '/log',
                    schemaPath: '#/properties/log/if',
                    keyword: 'if',
                    params: { failingKeyword: ifClause1 },
                  };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                  validate10.errors = vErrors;
                  return false;
                }
                var valid0 = _errs68 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.execution_space !== undefined) {
                  let data41 = data.execution_space;
                  const _errs108 = errors;
                  const _errs109 = errors;
                  let valid29 = true;
                  const _errs110 = errors;
                  if (errors === _errs110) {
                    if (data41 && typeof data41 == 'object' && !Array.isArray(data41)) {
                      let missing15;
                      if (data41.type === undefined && (missing15 = 'type')) {
                        const err6 = {};
                        if (vErrors === null) {
                          vErrors = [err6];
                        } else {
                          vErrors.push(err6);
                        }
                        errors++;
                      }
                    } else {
                      const err7 = {};
                      if (vErrors === null) {
                        vErrors = [err7];
                      } else {
                        vErrors.push(err7);
                      }
                      errors++;
                    }
                  }
                  var _valid2 = _errs110 === errors;
                  errors = _errs109;
                  if (vErrors !== null) {
                    if (_errs109) {
                      vErrors.length = _errs109;
                    } else {
                      vErrors = null;
                    }
                  }
                  let ifClause2;
                  if (_valid2) {
                    const _errs112 = errors;
                    if (errors === _errs112) {
                      if (data41 && typeof data41 == 'object' && !Array.isArray(data41)) {
                        let missing16;
                        if (
                          (data41.id === undefined && (missing16 = 'id')) ||
                          (data41.type === undefined && (missing16 = 'type')) ||
                          (data41.status === undefined && (missing16 = 'status')) ||
                          (data41.start === undefined && (missing16 = 'start')) ||
                          (data41.stop === undefined && (missing16 = 'stop'))
                        ) {
                          validate10.errors = [
                            {
                              instancePath: instancePath + '/execution_space',
                              schemaPath: '#/properties/execution_space/then/required',
                              keyword: 'required',
                              params: { missingProperty: missing16 },
                            },
                          ];
                          return false;
                        } else {
                          const _errs114 = errors;
                          for (const key9 in data41) {
                            if (!(key9 === 'id' || key9 === 'type' || key9 === 'status' || key9 === 'start' || key9 === 'stop')) {
                              validate10.errors = [
                                {
                                  instancePath: instancePath + '/execution_space',
                                  schemaPath: '#/properties/execution_space/then/additionalProperties',
                                  keyword: 'additionalProperties',
                                  params: { additionalProperty: key9 },
                                },
                              ];
                              return false;
                              break;
                            }
                          }
                          if (_errs114 === errors) {
                            if (data41.id !== undefined) {
                              let data42 = data41.id;
                              const _errs115 = errors;
                              const _errs116 = errors;
                              if (errors === _errs116) {
                                if (typeof data42 === 'string') {
                                  if (func2(data42) < 1) {
                                    validate10.errors = [
                                      {
                                        instancePath: instancePath + '/execution_space/id',
                                        schemaPath: '#/$defs/id/minLength',
                                        keyword: 'minLength',
                                        params: { limit: 1 },
                                      },
                                    ];
                                    return false;
                                  }
                                } else {
                                  validate10.errors = [
                                    {
                                      instancePath: instancePath + '/execution_space/id',
                                      schemaPath: '#/$defs/id/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid30 = _errs115 === errors;
                            } else {
                              var valid30 = true;
                            }
                            if (valid30) {
                              if (data41.type !== undefined) {
                                const _errs118 = errors;
                                if ('external' !== data41.type) {
                                  validate10.errors = [
                                    {
                                      instancePath: instancePath + '/execution_space/type',
                                      schemaPath: '#/properties/execution_space/then/properties/type/const',
                                      keyword: 'const',
                                      params: { allowedValue: 'external' },
                                    },
                                  ];
                                  return false;
                                }
                                var valid30 = _errs118 === errors;
                              } else {
                                var valid30 = true;
                              }
                              if (valid30) {
                                if (data41.status !== undefined) {
                                  let data44 = data41.status;
                                  const _errs119 = errors;
                                  if (errors === _errs119) {
                                    if (data44 && typeof data44 == 'object' && !Array.isArray(data44)) {
                                      let missing17;
                                      if (data44.host === undefined && (missing17 = 'host')) {
                                        validate10.errors = [
                                          {
                                            instancePath: instancePath + '/execution_space/status',
                                            schemaPath: '#/properties/execution_space/then/properties/status/required',
                                            keyword: 'required',
                                            params: { missingProperty: missing17 },
                                          },
                                        ];
                                        return false;
                                      } else {
                                        if (data44.host !== undefined) {
                                          if (typeof data44.host !== 'string') {
                                            validate10.errors = [
                                              {
                                                instancePath: instancePath + '/execution_space/status/host',
                                                schemaPath: '#/properties/execution_space/then/properties/status/properties/host/type',
                                                keyword: 'type',
                                                params: { type: 'string' },
                                              },
                                            ];
                                            return false;
                                          }
                                        }
                                      }
                                    } else {
                                      validate10.errors = [
                                        {
                                          instancePath: instancePath + '/execution_space/status',
                                          schemaPath: '#/properties/execution_space/then/properties/status/type',
                                          keyword: 'type',
                                          params: { type: 'object' },
                                        },
                                      ];
                                      return false;
                                    }
                                  }
                                  var valid30 = _errs119 === errors;
                                } else {
                                  var valid30 = true;
                                }
                                if (valid30) {
                                  if (data41.start !== undefined) {
                                    let data46 = data41.start;
                                    const _errs123 = errors;
                                    if (errors === _errs123) {
                                      if (data46 && typeof data46 == 'object' && !Array.isArray(data46)) {
                                        let missing18;
                                        if (data46.host === undefined && (missing18 = 'host')) {
                                          validate10.errors = [
                                            {
                                              instancePath: instancePath + '/execution_space/start',
                                              schemaPath: '#/properties/execution_space/then/properties/start/required',
                                              keyword: 'required',
                                              params: { missingProperty: missing18 },
                                            },
                                          ];
                                          return false;
                                        } else {
                                          if (data46.host !== undefined) {
                                            if (typeof data46.host !== 'string') {
                                              validate10.errors = [
                                                {
                                                  instancePath: instancePath + '/execution_space/start/host',
                                                  schemaPath: '#/properties/execution_space/then/properties/start/properties/host/type',
                                                  keyword: 'type',
                                                  params: { type: 'string' },
                                                },
                                              ];
                                              return false;
                                            }
                                          }
                                        }
                                      } else {
                                        validate10.errors = [
                                          {
                                            instancePath: instancePath + '/execution_space/start',
                                            schemaPath: '#/properties/execution_space/then/properties/start/type',
                                            keyword: 'type',
                                            params: { type: 'object' },
                                          },
                                        ];
                                        return false;
                                      }
                                    }
                                    var valid30 = _errs123 === errors;
                                  } else {
                                    var valid30 = true;
                                  }
                                  if (valid30) {
                                    if (data41.stop !== undefined) {
                                      let data48 = data41.stop;
                                      const _errs127 = errors;
                                      if (errors === _errs127) {
                                        if (data48 && typeof data48 == 'object' && !Array.isArray(data48)) {
                                          let missing19;
                                          if (data48.host === undefined && (missing19 = 'host')) {
                                            validate10.errors = [
                                              {
                                                instancePath: instancePath + '/execution_space/stop',
                                                schemaPath: '#/properties/execution_space/then/properties/stop/required',
                                                keyword: 'required',
                                                params: { missingProperty: missing19 },
                                              },
                                            ];
                                            return false;
                                          } else {
                                            if (data48.host !== undefined) {
                                              if (typeof data48.host !== 'string') {
                                                validate10.errors = [
                                                  {
                                                    instancePath: instancePath + '/execution_space/stop/host',
                                                    schemaPath: '#/properties/execution_space/then/properties/stop/properties/host/type',
                                                    keyword: 'type',
                                                    params: { type: 'string' },
                                                  },
                                                ];
                                                return false;
                                              }
                                            }
                                          }
                                        } else {
                                          validate10.errors = [
                                            {
                                              instancePath: instancePath + '/execution_space/stop',
                                              schemaPath: '#/properties/execution_space/then/properties/stop/type',
                                              keyword: 'type',
                                              params: { type: 'object' },
                                            },
                                          ];
                                          return false;
                                        }
                                      }
                                      var valid30 = _errs127 === errors;
                                    } else {
                                      var valid30 = true;
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate10.errors = [
                          {
                            instancePath: instancePath + '/execution_space',
                            schemaPath: '#/properties/execution_space/then/type',
                            keyword: 'type',
                            params: { type: 'object' },
                          },
                        ];
                        return false;
                      }
                    }
                    var _valid2 = _errs112 === errors;
                    valid29 = _valid2;
                    ifClause2 = 'then';
                  } else {
                    const _errs131 = errors;
                    if (errors === _errs131) {
                      if (data41 && typeof data41 == 'object' && !Array.isArray(data41)) {
                        let missing20;
                        if ((data41.id === undefined && (missing20 = 'id')) || (data41.list === undefined && (missing20 = 'list'))) {
                          validate10.errors = [
                            {
                              instancePath: instancePath + '/execution_space',
                              schemaPath: '#/properties/execution_space/else/required',
                              keyword: 'required',
                              params: { missingProperty: missing20 },
                            },
                          ];
                          return false;
                        } else {
                          const _errs133 = errors;
                          for (const key10 in data41) {
                            if (!(key10 === 'id' || key10 === 'list' || key10 === 'checkout' || key10 === 'checkin')) {
                              validate10.errors = [
                                {
                                  instancePath: instancePath + '/execution_space',
                                  schemaPath: '#/properties/execution_space/else/additionalProperties',
                                  keyword: 'additionalProperties',
                                  params: { additionalProperty: key10 },
                                },
                              ];
                              return false;
                              break;
                            }
                          }
                          if (_errs133 === errors) {
                            if (data41.id !== undefined) {
                              let data50 = data41.id;
                              const _errs134 = errors;
                              const _errs135 = errors;
                              if (errors === _errs135) {
                                if (typeof data50 === 'string') {
                                  if (func2(data50) < 1) {
                                    validate10.errors = [
                                      {
                                        instancePath: instancePath + '/execution_space/id',
                                        schemaPath: '#/$defs/id/minLength',
                                        keyword: 'minLength',
                                        params: { limit: 1 },
                                      },
                                    ];
                                    return false;
                                  }
                                } else {
                                  validate10.errors = [
                                    {
                                      instancePath: instancePath + '/execution_space/id',
                                      schemaPath: '#/$defs/id/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid35 = _errs134 === errors;
                            } else {
                              var valid35 = true;
                            }
                            if (valid35) {
                              if (data41.list !== undefined) {
                                let data51 = data41.list;
                                const _errs137 = errors;
                                const _errs138 = errors;
                                if (errors === _errs138) {
                                  if (data51 && typeof data51 == 'object' && !Array.isArray(data51)) {
                                    let missing21;
                                    if (
                                      (data51.possible === undefined && (missing21 = 'possible')) ||
                                      (data51.available === undefined && (missing21 = 'available'))
                                    ) {
                                      validate10.errors = [
                                        {
                                          instancePath: instancePath + '/execution_space/list',
                                          schemaPath: '#/$defs/list/required',
                                          keyword: 'required',
                                          params: { missingProperty: missing21 },
                                        },
                                      ];
                                      return false;
                                    } else {
                                      if (data51.possible !== undefined) {
                                        let data52 = data51.possible;
                                        const _errs140 = errors;
                                        if ((!data52 || typeof data52 != 'object') && typeof data52 !== 'string') {
                                          validate10.errors = [
                                            {
                                              instancePath: instancePath + '/execution_space/list/possible',
                                              schemaPath: '#/$defs/list/properties/possible/type',
                                              keyword: 'type',
                                              params: { type: schema14.properties.possible.type },
                                            },
                                          ];
                                          return false;
                                        }
                                        var valid38 = _errs140 === errors;
                                      } else {
                                        var valid38 = true;
                                      }
                                      if (valid38) {
                                        if (data51.available !== undefined) {
                                          let data53 = data51.available;
                                          const _errs142 = errors;
                                          if ((!data53 || typeof data53 != 'object') && typeof data53 !== 'string') {
                                            validate10.errors = [
                                              {
                                                instancePath: instancePath + '/execution_space/list/available',
                                                schemaPath: '#/$defs/list/properties/available/type',
                                                keyword: 'type',
                                                params: { type: schema14.properties.available.type },
                                              },
                                            ];
                                            return false;
                                          }
                                          var valid38 = _errs142 === errors;
                                        } else {
                                          var valid38 = true;
                                        }
                                      }
                                    }
                                  } else {
                                    validate10.errors = [
                                      {
                                        instancePath: instancePath + '/execution_space/list',
                                        schemaPath: '#/$defs/list/type',
                                        keyword: 'type',
                                        params: { type: 'object' },
                                      },
                                    ];
                                    return false;
                                  }
                                }
                                var valid35 = _errs137 === errors;
                              } else {
                                var valid35 = true;
                              }
                              if (valid35) {
                                if (data41.checkout !== undefined) {
                                  let data54 = data41.checkout;
                                  const _errs144 = errors;
                                  if (!(data54 && typeof data54 == 'object' && !Array.isArray(data54)) && data54 !== null) {
                                    validate10.errors = [
                                      {
                                        instancePath: instancePath + '/execution_space/checkout',
                                        schemaPath: '#/properties/execution_space/else/properties/checkout/type',
                                        keyword: 'type',
                                        params: { type: schema11.properties.execution_space.else.properties.checkout.type },
                                      },
                                    ];
                                    return false;
                                  }
                                  var valid35 = _errs144 === errors;
                                } else {
                                  var valid35 = true;
                                }
                                if (valid35) {
                                  if (data41.checkin !== undefined) {
                                    let data55 = data41.checkin;
                                    const _errs146 = errors;
                                    if (!(data55 && typeof data55 == 'object' && !Array.isArray(data55)) && data55 !== null) {
                                      validate10.errors = [
                                        {
                                          instancePath: instancePath + '/execution_space/checkin',
                                          schemaPath: '#/properties/execution_space/else/properties/checkin/type',
                                          keyword: 'type',
                                          params: { type: schema11.properties.execution_space.else.properties.checkin.type },
                                        },
                                      ];
                                      return false;
                                    }
                                    var valid35 = _errs146 === errors;
                                  } else {
                                    var valid35 = true;
                                  }
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate10.errors = [
                          {
                            instancePath: instancePath + '/execution_space',
                            schemaPath: '#/properties/execution_space/else/type',
                            keyword: 'type',
                            params: { type: 'object' },
                          },
                        ];
                        return false;
                      }
                    }
                    var _valid2 = _errs131 === errors;
                    valid29 = _valid2;
                    ifClause2 = 'else';
                  }
                  if (!valid29) {
                    const err8 = {
                      instancePath: instancePath + '/execution_space',
                      schemaPath: '#/properties/execution_space/if',
                      keyword: 'if',
                      params: { failingKeyword: ifClause2 },
                    };
                    if (vErrors === null) {
                      vErrors = [err8];
                    } else {
                      vErrors.push(err8);
                    }
                    errors++;
                    validate10.errors = vErrors;
                    return false;
                  }
                  var valid0 = _errs108 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate10.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate10.errors = vErrors;
  return errors === 0;
}
